using LaunchSdk.Agent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Cli.Failures;

/// <summary>What a failure is to the user: lines on stderr, and an exit code.</summary>
/// <param name="Lines">The lines, without the tool's name.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record Failure(IReadOnlyList<string> Lines, int ExitCode)
{
    /// <summary>The failure that an exception reports. The one list of all exceptions that end a command in an ordinary way.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="refused">The exit code where the command's input cannot be used, or what it asks is impossible.</param>
    /// <returns>The failure; null for any other exception, which is a defect of the tool.</returns>
    public static Failure? Find(Exception exception, int refused) =>
        exception switch
        {
            BuildInputException build => new(build.Problems, refused),
            RunQueueRefusedException { Errors.Count: > 1 } queue => new(
                [queue.Message, .. queue.Errors.Select(static error => $"  {error}")],
                refused
            ),
            InputException or RunQueueNotFoundException or RunQueueRefusedException => new([exception.Message], refused),
            DockerEngineException engine => new([engine.Message], engine.ExitCode),
            AgentNameInUseException name => new([$"{name.Message} (--name names an agent)"], ExitCodes.EngineError),
            RunQueueException or OutputFailedException => new([exception.Message], ExitCodes.EngineError),
            _ => null,
        };

    /// <summary>Writes the lines.</summary>
    /// <param name="error">Standard error.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> ReportAsync(TextWriter error)
    {
        foreach (var line in Lines)
        {
            await error.WriteLineAsync($"launch: {line}").ConfigureAwait(false);
        }

        return ExitCode;
    }
}
