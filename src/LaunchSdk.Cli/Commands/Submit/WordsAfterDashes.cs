using System.CommandLine;
using System.CommandLine.Parsing;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary>Separates an argument's words before <c>--</c> from those after it, which the parser hands over as one list.</summary>
internal static class WordsAfterDashes
{
    /// <summary>Both parts, in order.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="words">The argument.</param>
    /// <returns>The words before <c>--</c>, and those after it.</returns>
    public static (string[] Before, string[] After) Split(ParseResult arguments, Argument words)
    {
        var dashes = arguments.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash);
        var before = new HashSet<Token>(dashes, ReferenceEqualityComparer.Instance);
        var given = arguments.GetResult(words)?.Tokens ?? [];
        return (
            [.. given.Where(before.Contains).Select(static token => token.Value)],
            [.. given.Where(token => !before.Contains(token)).Select(static token => token.Value)]
        );
    }
}
