using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Problems;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Makes the diagnostics of C# code: the rules and the properties for fixes are those of configuration files.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A broken rule at a place in code, with the properties of its fix.</summary>
    public static Diagnostic Create(
        ProblemRule rule,
        Location location,
        MessageText message,
        ImmutableDictionary<string, string?>? fix = null
    ) => Diagnostic.Create(LaunchDiagnostics.For(rule), location, fix ?? ImmutableDictionary<string, string?>.Empty, message.ToString());

    /// <summary>A constant that its grammar refuses, at the part of the literal that is at fault.</summary>
    public static Diagnostic Create(SyntaxNode expression, GrammarError error, string prefix) =>
        Create(
            ProblemRules.InvalidValue,
            Part(expression, error.Range),
            $"{prefix}{error.Sentence}",
            CodeEdits.Replace(expression, error.Suggestion)
        );

    /// <summary>Where a part of a constant's text stands in its literal.</summary>
    public static Location Part(SyntaxNode expression, TextRange part) =>
        Location.Create(expression.SyntaxTree, LiteralText.Map(expression, part));
}
