namespace LaunchSdk.Problems.Rules;

/// <content>
/// The sentences of YAML. A parameter <c>shown</c> is a character as messages show it; an <c>alias</c> or <c>tag</c> is shortened.
/// </content>
internal static partial class Syntax
{
    public static Violation YamlMissingColon => Rule.Says($"': ' is missing after the key: write a key and its value as 'key: value'");

    public static Violation YamlMissingCommaInList =>
        Rule.Says($"the list in '[' has no ',' or ']' here: separate its entries with ',' and close it with ']'");

    public static Violation YamlMissingCommaInMapping =>
        Rule.Says($"the mapping in '{{' has no ',' or '}}' here: separate its entries with ',' and close it with '}}'");

    public static Violation YamlKeyIsMissing =>
        Rule.Says($"a key is missing here: write 'key: value', or put a text that starts with ':' in quotes");

    public static Violation YamlColonWithoutSpace =>
        Rule.Says($"':' between a key and its value needs a space after it: write ': ', or put the text in quotes");

    public static Violation YamlColonInValue =>
        Rule.Says($"': ' cannot be inside a value without quotes: put the value in quotes, or check the indentation of this line");

    public static Violation YamlAliasWithoutSpace => Rule.Says($"':' belongs to the alias here: write a space before it");

    public static Violation YamlCommentWithoutSpace => Rule.Says($"'#' starts a comment only after a space: write a space before it");

    public static Violation YamlDirectiveAlone =>
        Rule.Says($"a line that starts with '%' is a directive and needs a line '---' after it: remove it, or put the text in quotes");

    public static Violation YamlIndent =>
        Rule.Says(
            $"this belongs to a bracket or quote of a line before and is not indented more than that line: "
                + $"indent it, or close the bracket or quote"
        );

    public static Violation YamlTab => Rule.Says($"a tab is not allowed here, only spaces: write spaces");

    public static Violation YamlSecondDocument =>
        Rule.Says($"a second document starts here: a configuration file holds one, so put the others into files of their own");

    public static Violation YamlBlankLines =>
        Rule.Says(
            $"the blank lines that this text starts with have more spaces than its first line: remove the spaces from the blank lines"
        );

    public static Violation YamlUnreadable =>
        Rule.Says($"the text cannot be read as YAML from here on: check indentation, quotes and brackets");

    public static Violation YamlOpenText => Rule.Says($"the text that starts here is not closed: add the quote at its end");

    public static Violation YamlEscape =>
        Rule.Says(
            $"the text that starts here has a '\\' with a letter that is no escape of YAML: "
                + $"write \\\\ for a backslash, or use single quotes"
        );

    public static Violation YamlHexEscape =>
        Rule.Says(
            $"the text that starts here has an escape without its hexadecimal digits: write \\\\ for a backslash, or use single quotes"
        );

    public static Violation YamlMissingEntry => Rule.Says($"an entry of the list, starting with '- ', belongs here: check the indentation");

    public static Violation YamlNoKeyHere => Rule.Says($"a key belongs here: check the indentation and that ': ' follows each key");

    public static Violation YamlBelongsToNothing =>
        Rule.Says($"this belongs to nothing before it: check the indentation, and that ': ' (with the space) follows each key");

    public static Violation YamlListOnLineOfKey => Rule.Says($"a list cannot start on the line of its key: put '- ' on the next line");

    public static Violation YamlMisplacedKey => Rule.Says($"a key is not allowed here: put it on a line of its own");

    public static Violation YamlMisplacedColon =>
        Rule.Says($"': ' is not allowed here: put the value in quotes, or check the indentation of this line");

    public static Violation YamlUnknownDirective =>
        Rule.Says($"this line starts with '%' and is no directive of YAML: remove it, or put the text in quotes");

    public static Violation YamlLoneDash => Rule.Says($"a '-' alone starts nothing in brackets: put it in quotes");

    public static Violation YamlMergeKey =>
        Rule.Says($"the merge key '<<' is not part of YAML 1.2: write the keys out, or use an alias as the value of a key");

    public static Violation YamlComplexKey => Rule.Says($"a list or mapping cannot be a key here: write a text");

    public static Violation YamlHalfSurrogate => Rule.Says($"half a surrogate pair is no character: remove it");

    public static Violation YamlCannotStart(string shown) => Rule.Says($"{shown} cannot start a value in YAML: put the value in quotes");

    public static Violation YamlControl(string shown, string escape) =>
        Rule.Says($"{shown} is not allowed in YAML as it is: remove it, or write {escape} in double quotes");

    public static Violation YamlTabIndent(int line) =>
        Rule.Says($"line {line} is indented with a tab; YAML allows only spaces: write two spaces for each tab");

    public static Violation YamlUnknownAlias(string alias) =>
        Rule.Says($"no anchor '&{alias}' comes before this alias: define it, or put the text in quotes");

    public static Violation YamlTagOfScalar(string value, string tag) =>
        Rule.Says($"'{value}' is not what its tag {tag} says: remove the tag or change the value");

    public static Violation YamlTagOfCollection(string tag) =>
        Rule.Says($"the value is not what its tag {tag} says: remove the tag or change the value");

    public static Violation YamlUnknownTag(string tag) =>
        Rule.Says(
            $"the tag {tag} means nothing here (known are !!str, !!int, !!float, !!bool, !!null, !!seq and !!map): "
                + $"remove it, or put the text in quotes"
        );

    public static Violation YamlBareTemplate(string text, string quoted) =>
        Rule.Says($"{text} has no quotes, and {{ starts a mapping in YAML: write {quoted}, with the quotes around the whole value");
}
