using System.Collections.Immutable;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Diagnostics;

/// <summary>Maps <see cref="ProblemRules"/> to the compiler's descriptors, one for each rule.</summary>
internal static class Descriptors
{
    private const string Category = "LaunchSdk";

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = ProblemRules.All.ToDictionary(
        rule => rule.Id,
        Describe,
        StringComparer.Ordinal
    );

    /// <summary>
    /// All descriptors, in the order of <see cref="ProblemRules.All"/>. Each analyzer supports all of them: the compiler stops an analyzer
    /// that reports what it did not announce.
    /// </summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. ProblemRules.All.Select(For)];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor For(ProblemRule rule) => ById[rule.Id];

    // The message is the problem's own sentence: value, rule and way out are known only where the problem is found.
    private static DiagnosticDescriptor Describe(ProblemRule rule) =>
        new(
            rule.Id,
            rule.Title,
            "{0}",
            Category,
            Severity(rule.Severity),
            isEnabledByDefault: true,
            helpLinkUri: rule.HelpLink,
            customTags: rule.NeedsProject ? [WellKnownDiagnosticTags.CompilationEnd] : []
        );

    private static DiagnosticSeverity Severity(ProblemSeverity severity) =>
        severity switch
        {
            ProblemSeverity.Error => DiagnosticSeverity.Error,
            ProblemSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
