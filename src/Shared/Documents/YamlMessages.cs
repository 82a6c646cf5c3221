namespace LaunchSdk.Documents;

/// <summary>Says in this project's words what the YAML parser could not read, with the way out.</summary>
internal static class YamlMessages
{
    public const string MissingColon = "': ' is missing after the key: a key and its value stand as 'key: value'";
    public const string MissingCommaInList = "the list in '[' has no ',' or ']' here: separate its entries with ',' and close it with ']'";
    public const string MissingCommaInMapping =
        "the mapping in '{' has no ',' or '}' here: separate its entries with ',' and close it with '}'";
    public const string NoKey = "a key is missing here: write 'key: value', or put a text that starts with ':' in quotes";
    public const string ColonWithoutSpace = "':' between a key and its value needs a space after it: write ': ', or put the text in quotes";
    public const string ColonInValue =
        "': ' cannot stand inside a value without quotes: put the value in quotes, or check the indentation of this line";
    public const string AliasWithoutSpace = "':' belongs to the alias here: write a space before it";
    public const string CommentWithoutSpace = "'#' starts a comment only after a space: write a space before it";
    public const string DirectiveAlone =
        "a line that starts with '%' is a directive and needs a line '---' after it: remove it, or put the text in quotes";
    public const string Indent =
        "this belongs to a bracket or quote of a line before and is not indented more than that line: indent it, or "
        + "close the bracket or quote";
    public const string Tab = "a tab stands where only spaces may: write spaces";
    public const string SecondDocument =
        "a second document starts here: a configuration file holds one, so put the others into files of their own";
    public const string TabForReferenceAgent =
        "a tab separates here: YAML 1.2 allows it, but PyYAML, with which W&B reads, refuses tabs: write a space";

    private const string BlankLines =
        "the blank lines that this text starts with hold more spaces than its first line: remove the spaces from the blank lines";
    private const string Fallback = "the text cannot be read as YAML from here on: check indentation, quotes and brackets";

    private static readonly (string Sign, string Message)[] Known =
    [
        ("unexpected end of stream", "the text that starts here is not closed: add the quote at its end"),
        ("unexpected document indicator", "the text that starts here is not closed: add the quote at its end"),
        (
            "unknown escape character",
            "the text that starts here holds a '\\' with a letter that is no escape of YAML: write \\\\ for a "
                + "backslash, or use single quotes"
        ),
        (
            "expected hexdecimal number",
            "the text that starts here holds an escape without its hexadecimal digits: write \\\\ for a backslash, or use single quotes"
        ),
        ("invalid mapping", ColonInValue),
        ("expected ',' or ']'", MissingCommaInList),
        ("expected ',' or '}'", MissingCommaInMapping),
        ("expected '-' indicator", "an entry of the list, starting with '- ', belongs here: check the indentation"),
        ("expected key", "a key belongs here: check the indentation and that ': ' stands behind each key"),
        ("expected ':'", MissingColon),
        (
            "expected <document",
            "this belongs to nothing before it: check the indentation, and that ': ' (with the space) stands behind each key"
        ),
        ("Block sequence entries", "a list cannot start on the line of its key: put '- ' on the next line"),
        ("Mapping keys are not allowed", "a key cannot stand here: put it on a line of its own"),
        ("Mapping values are not allowed", "': ' cannot stand here: put the value in quotes, or check the indentation of this line"),
        ("tab", Tab),
        ("found a comment without", CommentWithoutSpace),
        ("directive", "this line starts with '%' and is no directive of YAML: remove it, or put the text in quotes"),
        ("Invalid key indicator", "a '-' alone starts nothing in brackets: put it in quotes"),
        ("wrong indentation", Indent),
        ("extra spaces in first line", BlankLines),
        ("more spaces in lines above", BlankLines),
    ];

    public static string CannotStart(string text, int offset) =>
        $"{CharacterNames.Show(text, offset)} cannot start a value in YAML: put the value in quotes";

    public static string Explain(string parserMessage, string text, int offset)
    {
        if (parserMessage.Contains("cannot start any token"))
        {
            return CannotStart(text, offset);
        }

        foreach (var (sign, message) in Known)
        {
            if (parserMessage.Contains(sign))
            {
                return message;
            }
        }

        return Fallback;
    }
}
