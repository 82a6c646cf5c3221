using LaunchSdk.Cli.Commands.Rules;
using LaunchSdk.Problems;

namespace LaunchSdk.Docs.Tests;

/// <summary>Writes docs/diagnostics/README.md from the catalogue of rules.</summary>
internal static class DiagnosticsIndex
{
    private const string Head = """
        # Diagnostics

        Every problem that LaunchSdk reports in configuration has an id that does not change. This list is made from `src/Shared/Problems/Rules`.
        An error stops the file from being used; a warning does not. A page gives the cause, an example with its exact output, and the way out.
        `launch rules` prints the list. Where the last column says `yes`, `launch validate --fix` and the code fix of an editor fix the clear cases.

        """;

    public static string Render() =>
        Head.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n" + RulesCommand.ToMarkdown(rule => $"{rule.Id}.md");

    /// <summary>The severity as pages write it.</summary>
    public static string Severity(ProblemRule rule) =>
        rule.Severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "information",
        };
}
