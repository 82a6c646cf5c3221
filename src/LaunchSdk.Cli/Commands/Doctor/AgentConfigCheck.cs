using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Diagnostics;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Doctor;

/// <summary>Looks at the agent's launch-config.yaml: the one named, else the one where W&amp;B's agent looks for it.</summary>
internal static class AgentConfigCheck
{
    private const string Name = "launch-config";

    public static EngineCheck Run(ToolConsole console, string? file)
    {
        var path = file ?? AgentConfigPath.Of(console.Environment);
        if (file is null && (path is null || !File.Exists(path)))
        {
            return new EngineCheck(Name, CheckOutcome.Passed, $"there is no {path ?? "home folder with one"}, and only an agent needs one");
        }

        try
        {
            return Judge(path!, AgentConfigFile.Read(ConfigInput.Read(path!, console)).Problems);
        }
        catch (InputException failure)
        {
            return new EngineCheck(Name, CheckOutcome.Failed, failure.Message, "Name another file, or make this one readable");
        }
    }

    private static EngineCheck Judge(string path, IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(static problem => problem.Severity == ProblemSeverity.Error);
        if (problems.Count == 0)
        {
            return new EngineCheck(Name, CheckOutcome.Passed, $"{path} is in order");
        }

        var worst = problems.FirstOrDefault(static problem => problem.Severity == ProblemSeverity.Error) ?? problems[0];
        return new EngineCheck(
            Name,
            errors > 0 ? CheckOutcome.Failed : CheckOutcome.Warning,
            $"{path}: {worst.Message}{More(problems.Count - 1)}",
            $"See all of it with `launch validate --kind agent {path}`"
        );
    }

    private static string More(int count) => count == 0 ? "" : $" (and {count} more)";
}
