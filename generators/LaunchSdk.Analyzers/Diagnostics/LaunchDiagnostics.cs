using System.Collections.Immutable;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Diagnostics;

/// <summary>The compiler's face of <see cref="ProblemRules"/>: one descriptor for each rule, and nothing that the catalogue does not say.</summary>
internal static class LaunchDiagnostics
{
    private const string Category = "LaunchSdk";
    private const string HelpLinkFolder = "https://github.com/launchsdk/launchsdk/blob/main/docs/diagnostics/";

    /// <summary>The rules that need all files of a project; the compiler is told that they come last.</summary>
    public static ImmutableArray<ProblemRule> OfProject { get; } =
    [
        ProblemRules.UndefinedQueue,
        ProblemRules.FixedNameOfManyJobs,
        ProblemRules.DuplicateQueue,
        ProblemRules.NameNotAnIdentifier,
        ProblemRules.NameClash,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = ProblemRules.All.ToDictionary(
        rule => rule.Id,
        Describe,
        StringComparer.Ordinal
    );

    /// <summary>All descriptors, in the order of <see cref="ProblemRules.All"/>.</summary>
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
            helpLinkUri: HelpLinkFolder + rule.Id + ".md",
            customTags: OfProject.Contains(rule) ? [WellKnownDiagnosticTags.CompilationEnd] : []
        );

    private static DiagnosticSeverity Severity(ProblemSeverity severity) =>
        severity switch
        {
            ProblemSeverity.Error => DiagnosticSeverity.Error,
            ProblemSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
