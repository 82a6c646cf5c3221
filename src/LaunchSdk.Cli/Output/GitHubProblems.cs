using System.Globalization;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>GitHub Actions workflow commands.</summary>
internal static class GitHubProblems
{
    public static string Render(Problem problem)
    {
        var level = problem.Severity switch
        {
            ProblemSeverity.Error => "error",
            ProblemSeverity.Warning => "warning",
            _ => "notice",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{level} file={Property(problem.Path)},line={problem.Start.Line},col={problem.Start.Column},"
                + $"title={problem.Rule.Id}::{Data(problem.Message)}"
        );
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
