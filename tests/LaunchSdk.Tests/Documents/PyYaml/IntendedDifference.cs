using System.Text.RegularExpressions;

namespace LaunchSdk.Tests.Documents.PyYaml;

/// <summary>Where the reader and PyYAML disagree on purpose. PyYAML reads YAML 1.1, and W&amp;B's files are read by it.</summary>
internal static partial class IntendedDifference
{
    // What the reader refuses and PyYAML takes: a part of the reader's message, and why.
    private static readonly (string Message, string Reason)[] Refused =
    [
        ("'#' starts a comment only after a space", "YAML 1.2 needs the space"),
        ("is not indented more than that line", "YAML 1.2 indents what stands in brackets and quotes, save a closing bracket"),
        ("a key is missing here", "an empty key is no option, and PyYAML takes it only after '?'"),
        ("needs a space after it", "YAML 1.2: {a:[b]} has no separator, and {&a b:} none that YamlDotNet finds"),
        ("cannot start a value in YAML", "YAML 1.2: a '?' before a flow indicator starts nothing; YamlDotNet: a key ':x' after brackets"),
        ("cannot be inside a value without quotes", "YamlDotNet: 'a *b: c' is one text to it, so it is refused instead of guessed"),
        ("have more spaces than its first line", "YamlDotNet refuses a block text of blank lines only"),
        ("is indented with a tab", "YAML 1.2 allows no tab as indentation; PyYAML takes one in quotes"),
        ("a '-' alone starts nothing", "YAML 1.2: no text is '-' before a flow indicator"),
        ("nested more than", "limit"),
        ("':' belongs to the alias here", "YAML 1.2: a colon may be part of an alias"),
    ];

    // What the reader takes and PyYAML refuses: a part of PyYAML's message, and why.
    private static readonly (string Message, string Reason)[] Taken =
    [
        ("expected the node content, but found ':'", "YAML 1.2: [:x] is a text"),
        ("expected the node content, but found '<document end>'", "YAML 1.2: '...' may end an empty file"),
        ("but got '?'", "YAML 1.2: '?' inside a text is a character"),
        ("but got ':'", "YAML 1.2: a ':' may stand on the line after its key in brackets"),
    ];

    /// <summary>
    /// Notation that YAML 1.1 reads otherwise, so that comparing tells nothing: <c>?x</c>, <c>x?</c> and <c>:x</c> in brackets,
    /// anchors of other than letters, an anchor twice, a block text at the left edge; and a '?'
    /// in brackets whose ':' stands on another line, which YamlDotNet does not find.
    /// </summary>
    public static bool IsOtherNotation(string text) =>
        Other().IsMatch(text)
        || HasColonInBrackets(text)
        || Anchor().Matches(text).GroupBy(static anchor => anchor.Value).Any(static same => same.Count() > 1);

    public static bool IsRefusal(string message) =>
        Refused.Any(difference => message.Contains(difference.Message, StringComparison.Ordinal));

    public static bool IsTaken(string error, bool hasTabHint) =>
        (hasTabHint && error.Contains(@"'\t'", StringComparison.Ordinal))
        || Taken.Any(difference => error.Contains(difference.Message, StringComparison.Ordinal));

    private static bool HasColonInBrackets(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '[' or '{' ? 1 : 0;
            depth -= text[i] is ']' or '}' ? 1 : 0;
            var isFirst = depth > 0 && text[i] == ':' && " \t\n\r[{,?:".Contains(text[i - 1], StringComparison.Ordinal);
            if (isFirst && i + 1 < text.Length && text[i + 1] is not (' ' or '\n' or '\r'))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        @"\?[^ \n]|\S\?|[&*][^\w-]|[&*][\w-]+[^\w\s,\]}-]|(^|\n)\s*(---\s+)?([!&]\S*\s+)*[|>]|%|[\[{][^\]}]*\?\s[^\]}]*\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Other();

    [GeneratedRegex(@"&[\w-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
