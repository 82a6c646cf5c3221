using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>Prints problems in a format.</summary>
internal static class ProblemWriter
{
    /// <summary>Writes all problems; JSON and SARIF are complete documents even without any.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<Problem> problems, ProblemFormat format)
    {
        switch (format)
        {
            case ProblemFormat.Json:
                writer.WriteLine(JsonProblems.Render(problems));
                break;
            case ProblemFormat.Sarif:
                writer.WriteLine(SarifProblems.Render(problems));
                break;
            default:
                // As a compiler does: information is for tools that ask for everything.
                foreach (var problem in problems.Where(problem => problem.Severity != ProblemSeverity.Information))
                {
                    writer.WriteLine(format == ProblemFormat.GitHub ? GitHubProblems.Render(problem) : problem.ToString());
                }

                break;
        }
    }
}
