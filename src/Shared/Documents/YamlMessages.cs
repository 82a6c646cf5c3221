namespace LaunchSdk.Documents;

/// <summary>Says in this project's words what the YAML parser could not read, with the way out.</summary>
internal static class YamlMessages
{
    private const string Fallback = "the text cannot be read as YAML from here on: check indentation, quotes and brackets";

    private static readonly (string Sign, string Message)[] Known =
    [
        ("unexpected end of stream", "the text that starts here is not closed: add the quote at its end"),
        ("unexpected document indicator", "the text that starts here is not closed: add the quote at its end"),
        ("unknown escape character", "the text that starts here holds a '\\' with a letter that is no escape of YAML: write \\\\ for a backslash, or use single quotes"),
        ("expected hexdecimal number", "the text that starts here holds an escape without its hexadecimal digits: write \\\\ for a backslash, or use single quotes"),
        ("invalid mapping", "': ' cannot stand inside a value without quotes: put the value in quotes, or check the indentation of this line"),
        ("expected ',' or ']'", "the list in '[' has no ',' or ']' here: separate its entries with ',' and close it with ']'"),
        ("expected ',' or '}'", "the mapping in '{' has no ',' or '}' here: separate its entries with ',' and close it with '}'"),
        ("expected '-' indicator", "an entry of the list, starting with '- ', belongs here: check the indentation"),
        ("expected key", "a key belongs here: check the indentation and that ': ' stands behind each key"),
        ("expected ':'", "': ' is missing behind the key: a key and its value stand as 'key: value'"),
        ("expected <document", "this belongs to nothing before it: check the indentation, and that ': ' (with the space) stands behind each key"),
        ("Block sequence entries", "a list cannot start on the line of its key: put '- ' on the next line"),
        ("Mapping keys are not allowed", "a key cannot stand here: put it on a line of its own"),
        ("Mapping values are not allowed", "': ' cannot stand here: put the value in quotes, or check the indentation of this line"),
        ("tab", "a tab stands where only spaces may: write spaces"),
    ];

    public static string Explain(string parserMessage, string text, int offset)
    {
        if (parserMessage.Contains("cannot start any token"))
        {
            return $"{CharacterNames.Show(text, offset)} cannot start a value in YAML: put the value in quotes";
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
