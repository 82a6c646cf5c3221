using System.CommandLine;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Cli.Commands.Logs;

/// <summary><c>launch logs JOB|CONTAINER</c></summary>
internal static class LogsCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("JOB|CONTAINER")
        {
            Description = "A job's id; or a container's name, run id, or id or its beginning",
        };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on until the job or container ends" };
        var tail = new Option<int?>("--tail", "-n") { Description = "Only the last lines", HelpName = "LINES" };
        var timestamps = new Option<bool>("--timestamps") { Description = "Each line's time before it" };
        var raw = new Option<bool>("--raw") { Description = "A job's bytes as they are, also on a terminal" };
        var command = new Command("logs", HelpText.Logs.Summary) { name, follow, tail, timestamps, raw };
        var backend = new BackendOptions();
        backend.AddTo(command);
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var id = arguments.GetRequiredValue(name);
                var options = new ContainerLogOptions
                {
                    Follow = arguments.GetValue(follow),
                    Tail = arguments.GetValue(tail),
                    Timestamps = arguments.GetValue(timestamps),
                };
                var choice = backend.Read(arguments, console);
                var isRaw = arguments.GetValue(raw);
                return await OutputWatch
                    .RunAsync(
                        [console.RawOut, console.RawError],
                        null,
                        token => PrintAsync(console, choice, id, options, isRaw, token),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        );
        return command;
    }

    private static async Task<int> PrintAsync(
        ToolConsole console,
        BackendChoice choice,
        string id,
        ContainerLogOptions options,
        bool isRaw,
        CancellationToken cancellationToken
    ) =>
        await JobLogs.TryPrintAsync(console, choice, id, options, isRaw, cancellationToken).ConfigureAwait(false)
        ?? await EngineCommand
            .RunAsync(
                console,
                async catalog =>
                {
                    var output = new StreamContainerOutput(console.RawOut, console.RawError);
                    await catalog.ReadLogsAsync(id, output, options, cancellationToken).ConfigureAwait(false);
                    return ExitCodes.Success;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
}
