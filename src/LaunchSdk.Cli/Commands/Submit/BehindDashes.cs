using System.CommandLine;
using System.CommandLine.Parsing;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary>Tells an argument's words before <c>--</c> from those behind it, which the parser hands over as one list.</summary>
internal static class BehindDashes
{
    /// <summary>Both parts, in order.</summary>
    public static (string[] Before, string[] Behind) Split(ParseResult arguments, Argument words)
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
