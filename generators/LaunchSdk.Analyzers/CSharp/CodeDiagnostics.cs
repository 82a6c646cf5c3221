using System.Collections.Immutable;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>Makes the diagnostics of C# code: the rules and the properties for fixes are those of configuration files.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A broken rule at a place in code, with the properties of its fix.</summary>
    /// <param name="violation">The rule and its sentence.</param>
    /// <param name="location">The place.</param>
    /// <param name="fix">Properties of a fix; null for none.</param>
    /// <param name="mask">Hides secrets of the sentence; null where there are none.</param>
    public static Diagnostic Create(
        Violation violation,
        Location location,
        ImmutableDictionary<string, string?>? fix = null,
        ValueMask? mask = null
    ) =>
        Diagnostic.Create(
            Descriptors.For(violation.Rule),
            location,
            fix ?? ImmutableDictionary<string, string?>.Empty,
            violation.Message.ToString(mask)
        );

    /// <summary>A constant that its grammar refuses, at the part of the literal that is at fault.</summary>
    public static Diagnostic Create(SyntaxNode expression, GrammarError error, DockerOption? option) =>
        Create(InvalidText(error, option), Part(expression, error.Range), CodeEdits.Replace(expression, error.Suggestion));

    /// <summary>A text that its grammar refuses, with the option where one is known.</summary>
    public static Violation InvalidText(GrammarError error, DockerOption? option) =>
        option is null ? InvalidValue.Of(error.Sentence) : InvalidValue.Of(option.Name, error.Sentence);

    /// <summary>Where a part of a constant's text stands in its literal.</summary>
    public static Location Part(SyntaxNode expression, TextRange part) =>
        Location.Create(expression.SyntaxTree, LiteralText.Map(expression, part));
}
