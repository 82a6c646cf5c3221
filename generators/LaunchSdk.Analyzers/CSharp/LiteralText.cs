using System.Globalization;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Maps a part of a string's value to the part of its literal that spells it.</summary>
internal static class LiteralText
{
    /// <summary>Where the part stands in the source; the whole expression where that is empty, or no literal of one line.</summary>
    public static TextSpan Map(SyntaxNode expression, TextRange part)
    {
        if (
            expression is not LiteralExpressionSyntax literal
            || Starts(literal.Token) is not { } starts
            || part.Length == 0
            || part.End >= starts.Length
        )
        {
            return expression.Span;
        }

        return TextSpan.FromBounds(literal.SpanStart + starts[part.Start], literal.SpanStart + starts[part.End]);
    }

    /// <summary>
    /// For each character of the value, and for its end, the offset in the literal; null for literals that are not mapped.
    /// </summary>
    private static int[]? Starts(SyntaxToken token)
    {
        var starts = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when token.Text[0] == '@' => Walk(token.Text, 2, VerbatimLength),
            SyntaxKind.StringLiteralToken => Walk(token.Text, 1, EscapedLength),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(token),
            _ => null,
        };
        return starts?.Length == token.ValueText.Length + 1 ? starts : null;
    }

    private static int[] Walk(string literal, int from, Func<string, int, (int Length, int Characters)> measure)
    {
        var starts = new List<int>();
        while (from < literal.Length - 1)
        {
            var (length, characters) = measure(literal, from);
            for (var i = 0; i < characters; i++)
            {
                starts.Add(from);
            }

            from += length;
        }

        starts.Add(from);
        return [.. starts];
    }

    private static int[] Raw(SyntaxToken token)
    {
        var quotes = token.Text.TakeWhile(character => character == '"').Count();
        return [.. Enumerable.Range(quotes, token.ValueText.Length + 1)];
    }

    private static (int, int) VerbatimLength(string literal, int at) => (literal[at] == '"' ? 2 : 1, 1);

    private static (int, int) EscapedLength(string literal, int at)
    {
        if (literal[at] != '\\' || at + 1 >= literal.Length)
        {
            return (1, 1);
        }

        switch (literal[at + 1])
        {
            case 'u':
                return (6, 1);
            case 'U':
                var isPair =
                    int.TryParse(
                        literal.Substring(at + 2, Math.Min(8, literal.Length - at - 2)),
                        NumberStyles.HexNumber,
                        CultureInfo.InvariantCulture,
                        out var rune
                    )
                    && rune > 0xFFFF;
                return (10, isPair ? 2 : 1);
            case 'x':
                var digits = literal.Skip(at + 2).Take(4).TakeWhile(IsHex).Count();
                return (2 + digits, 1);
            default:
                return (2, 1);
        }
    }

    private static bool IsHex(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
