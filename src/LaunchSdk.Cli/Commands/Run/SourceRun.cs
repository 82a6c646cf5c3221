using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary><c>launch run SOURCE --queue FILE</c>: builds what it must, then runs it.</summary>
internal static class SourceRun
{
    // Stands for the image while the queue is checked, which is done before anything is built.
    private const string NotYetBuilt = "localhost/launch/not-yet-built";

    /// <summary>Checks the queue, builds, and runs.</summary>
    /// <param name="console">Streams and variables.</param>
    /// <param name="input">The run's options.</param>
    /// <param name="build">The build's options.</param>
    /// <param name="isQuiet">Whether nothing is said of the build.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="change">Lays the flags over the queue.</param>
    /// <param name="run">Runs the command.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    public static async Task<int> RunAsync(
        ToolConsole console,
        CommandInput input,
        BuildInput build,
        bool isQuiet,
        ParseResult arguments,
        Func<DockerRunRequest, DockerRunRequest> change,
        Func<DockerRunCommand, Task<int>> run,
        CancellationToken cancellationToken
    )
    {
        var target = new RunTarget(build.QueueFile(arguments)!, NotYetBuilt);
        if (
            input.CreateCommand(arguments, console, change, target) is not { } rendered
            || build.CreateRequest(
                input.First(arguments),
                rendered.Request.Queue.Config with
                {
                    Builder = rendered.Command.Builder,
                },
                arguments,
                console
            )
                is not { } request
        )
        {
            return ExitCodes.EngineError;
        }

        var docker = new LaunchDocker(EngineCommand.Options(console));
        await using var disposal = docker.ConfigureAwait(false);
        var image = await BuildReport.BuildAsync(console, docker, request, isQuiet, cancellationToken).ConfigureAwait(false);
        await using var handle = image.ConfigureAwait(false);
        var command = DockerRunCommand.Create(image.ApplyTo(rendered.Request));
        if (command.HasErrors)
        {
            console.ReportProblems(command.Problems);
            return ExitCodes.EngineError;
        }

        return await run(command.Value).ConfigureAwait(false);
    }
}
