using System.Collections.Immutable;
using System.Globalization;
using LaunchSdk.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Makes the properties of a diagnostic that its fix reads, for literals of C#.</summary>
internal static class CodeEdits
{
    /// <summary>
    /// Puts another text in a literal's place, in a literal of the same kind; nothing where the text comes from elsewhere, such as a
    /// constant's name or a sum.
    /// </summary>
    public static ImmutableDictionary<string, string?> Replace(SyntaxNode? expression, string? meant) =>
        meant is null || expression is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>
                .Empty.Add(ProblemDiagnostics.EditTitle, $"Change '{literal.Token.ValueText}' to '{meant}'")
                .Add(ProblemDiagnostics.EditStart, literal.SpanStart.ToString(CultureInfo.InvariantCulture))
                .Add(ProblemDiagnostics.EditLength, literal.Span.Length.ToString(CultureInfo.InvariantCulture))
                .Add(ProblemDiagnostics.EditText, Write(literal.Token, meant));

    private static string Write(SyntaxToken written, string text)
    {
        var quotes = written.Text.TakeWhile(character => character == '"').Count();
        return written.Kind() switch
        {
            SyntaxKind.StringLiteralToken when written.Text[0] == '@' => "@\"" + text.Replace("\"", "\"\"") + "\"",
            SyntaxKind.SingleLineRawStringLiteralToken when CanBeRaw(text, quotes) => new string('"', quotes)
                + text
                + new string('"', quotes),
            _ => SymbolDisplay.FormatLiteral(text, quote: true),
        };
    }

    // A raw literal cannot start or end with a quote on one line, and has no escapes.
    private static bool CanBeRaw(string text, int quotes) =>
        text.Length > 0
        && text[0] != '"'
        && text[text.Length - 1] != '"'
        && text.IndexOf(new string('"', quotes), StringComparison.Ordinal) < 0
        && !text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029');
}
