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
                writer.Write(JsonProblems.Render(problems) + "\n");
                break;
            case ProblemFormat.Sarif:
                writer.Write(SarifProblems.Render(problems) + "\n");
                break;
            default:
                // As a compiler does: information is for tools that ask for everything.
                foreach (var problem in problems.Where(problem => problem.Severity != ProblemSeverity.Information))
                {
                    if (format == ProblemFormat.GitHub)
                    {
                        writer.Write(GitHubProblems.Render(problem) + "\n");
                    }
                    else
                    {
                        writer.WriteLine(ProblemText.Line(problem));
                    }
                }

                break;
        }
    }
}
