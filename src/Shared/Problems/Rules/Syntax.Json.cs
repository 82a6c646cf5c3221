namespace LaunchSdk.Problems.Rules;

/// <content>The sentences of JSON. A parameter <c>shown</c> is a character as messages show it.</content>
internal static partial class Syntax
{
    public static Violation JsonIsEmpty => Rule.Says($"the file is empty: a JSON file holds a value, such as {{}}");

    public static Violation JsonEqualsSign => Rule.Says($"'=' is between key and value: write ':'");

    public static Violation JsonMissingColon => Rule.Says($"':' is missing between key and value");

    public static Violation JsonMissingValue => Rule.Says($"the key has no value: write one after ':', or remove the key");

    public static Violation JsonMissingComma => Rule.Says($"',' is missing between two entries");

    public static Violation JsonLoneComma => Rule.Says($"',' follows no value: remove it");

    public static Violation JsonTrailingComma => Rule.Says($"JSON allows no ',' after the last entry: remove it");

    public static Violation JsonComment => Rule.Says($"JSON has no comments: remove it, or keep the file as YAML");

    public static Violation JsonOpenText =>
        Rule.Says($"the text that starts here is not closed on its line: add '\"' (a line break inside a text is written \\n)");

    public static Violation JsonEscape =>
        Rule.Says($"'\\' starts no escape of JSON here (they are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX): write \\\\ for a backslash");

    public static Violation JsonUnicodeEscape =>
        Rule.Says($"'\\u' takes four hexadecimal digits, such as \\u00e9; a backslash is written \\\\");

    public static Violation JsonHalfSurrogate =>
        Rule.Says($"half a surrogate pair is no character: write both halves, such as \\ud83d\\ude00, or the character itself");

    public static Violation JsonAfterEnd(string shown) =>
        Rule.Says($"{shown} follows the end of the document: a JSON file holds one value");

    public static Violation JsonNoValue(string shown) => Rule.Says($"a value belongs here, not {shown}");

    public static Violation JsonNoKey(string shown) => Rule.Says($"a key in double quotes belongs here, not {shown}");

    public static Violation JsonOpenList(char opener, char closer) => Rule.Says($"'{opener}' is never closed: add '{closer}'");

    public static Violation JsonWrongCloser(char found, char opener, char closer, int line) =>
        Rule.Says($"'{closer}' closes the '{opener}' of line {line}, not '{found}'");

    public static Violation JsonSpace(string shown) => Rule.Says($"{shown} is not white space of JSON: write a space");

    public static Violation JsonControl(string shown, string escape) => Rule.Says($"{shown} may not appear inside a text: write {escape}");

    public static Violation JsonLiteral(string text, string literal) => Rule.Says($"JSON does not have {text}: write {literal}");

    public static Violation JsonNoNumber(string text) => Rule.Says($"JSON has no {text}: write a number, null, or a text in double quotes");

    public static Violation JsonBareText(string text) => Rule.Says($"'{text}' has no quotes: text needs double quotes in JSON");

    public static Violation JsonBadNumber(string text) =>
        Rule.Says(
            $"'{text}' is not a number of JSON (digits without a leading 0 or +, at most one point between digits): "
                + $"text needs double quotes"
        );

    public static Violation JsonBareKey(string key) => Rule.Says($"the key '{key}' has no quotes: a key needs double quotes in JSON");

    public static Violation JsonSingleQuotes => Rule.Says($"text needs double quotes in JSON, not single quotes");
}
