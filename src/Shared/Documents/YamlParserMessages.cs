using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>Finds the sentence of LaunchSdk for what the YAML parser could not read.</summary>
internal static class YamlParserMessages
{
    private static readonly (string Sign, Func<Violation> Violation)[] Known =
    [
        ("unexpected end of stream", () => Syntax.YamlOpenText),
        ("unexpected document indicator", () => Syntax.YamlOpenText),
        ("unknown escape character", () => Syntax.YamlEscape),
        ("expected hexdecimal number", () => Syntax.YamlHexEscape),
        ("invalid mapping", () => Syntax.YamlColonInValue),
        ("expected ',' or ']'", () => Syntax.YamlMissingCommaInList),
        ("expected ',' or '}'", () => Syntax.YamlMissingCommaInMapping),
        ("expected '-' indicator", () => Syntax.YamlMissingEntry),
        ("expected key", () => Syntax.YamlNoKeyHere),
        ("expected ':'", () => Syntax.YamlMissingColon),
        ("expected <document", () => Syntax.YamlBelongsToNothing),
        ("Block sequence entries", () => Syntax.YamlListOnLineOfKey),
        ("Mapping keys are not allowed", () => Syntax.YamlMisplacedKey),
        ("Mapping values are not allowed", () => Syntax.YamlMisplacedColon),
        ("tab", () => Syntax.YamlTab),
        ("found a comment without", () => Syntax.YamlCommentWithoutSpace),
        ("directive", () => Syntax.YamlUnknownDirective),
        ("Invalid key indicator", () => Syntax.YamlLoneDash),
        ("wrong indentation", () => Syntax.YamlIndent),
        ("extra spaces in first line", () => Syntax.YamlBlankLines),
        ("more spaces in lines above", () => Syntax.YamlBlankLines),
    ];

    /// <summary>The violation that a message of the parser reports.</summary>
    public static Violation Explain(string parserMessage, string text, int offset)
    {
        if (parserMessage.Contains("cannot start any token"))
        {
            return Syntax.YamlCannotStart(CharacterNames.Show(text, offset));
        }

        foreach (var (sign, violation) in Known)
        {
            if (parserMessage.Contains(sign))
            {
                return violation();
            }
        }

        return Syntax.YamlUnreadable;
    }
}
