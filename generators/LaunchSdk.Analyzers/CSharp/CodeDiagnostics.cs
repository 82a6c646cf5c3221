using System.Collections.Immutable;
using System.Globalization;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Problems;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Makes the diagnostics of C# code: the rules and the properties for fixes are those of configuration files.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A broken rule at a place in code.</summary>
    public static Diagnostic Create(ProblemRule rule, Location location, string message) =>
        Diagnostic.Create(LaunchDiagnostics.For(rule), location, message);

    /// <summary>A constant that its grammar refuses, at the part of the literal that is at fault.</summary>
    public static Diagnostic Create(SyntaxNode expression, GrammarError error, string prefix)
    {
        var location = Location.Create(expression.SyntaxTree, LiteralText.Map(expression, error.Range));
        return Diagnostic.Create(LaunchDiagnostics.For(ProblemRules.InvalidValue), location, Fix(expression, error.Suggestion), prefix + error.Message);
    }

    private static ImmutableDictionary<string, string?> Fix(SyntaxNode expression, string? meant) =>
        meant is null || expression is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty
                .Add(ProblemDiagnostics.EditTitle, $"Change '{literal.Token.ValueText}' to '{meant}'")
                .Add(ProblemDiagnostics.EditStart, literal.SpanStart.ToString(CultureInfo.InvariantCulture))
                .Add(ProblemDiagnostics.EditLength, literal.Span.Length.ToString(CultureInfo.InvariantCulture))
                .Add(ProblemDiagnostics.EditText, SymbolDisplay.FormatLiteral(meant, quote: true));
}
