using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>What the commands for containers that are there share: a connection, and the engine's errors as messages.</summary>
internal static class EngineCommand
{
    public static DockerEngineOptions Options(ToolConsole console) =>
        new() { Environment = console.Environment, Silence = new EngineSilenceLines(console.Error) };

    /// <summary>The argument that names one container.</summary>
    public static Argument<string> Container() => new("CONTAINER") { Description = "Name, run id, or id or its beginning" };

    /// <summary>The argument that names containers.</summary>
    public static Argument<string[]> Containers() =>
        new("CONTAINER") { Description = "Name, run id, or id or its beginning", Arity = ArgumentArity.OneOrMore };

    public static void SetAction(
        Command command,
        ToolConsole console,
        Func<ParseResult, ContainerCatalog, CancellationToken, Task<int>> action
    ) =>
        command.SetAction(
            (arguments, cancellationToken) => RunAsync(console, catalog => action(arguments, catalog, cancellationToken), cancellationToken)
        );

    /// <summary>Connects and does something; an error of the engine is told on stderr.</summary>
    public static async Task<int> RunAsync(
        ToolConsole console,
        Func<ContainerCatalog, Task<int>> action,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var engine = await DockerEngine.ConnectAsync(Options(console), cancellationToken).ConfigureAwait(false);
            await using var disposal = engine.ConfigureAwait(false);
            return await action(new ContainerCatalog(engine)).ConfigureAwait(false);
        }
        catch (DockerEngineException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
    }

    /// <summary>What a container's end is to the user: its exit code, and a line where output of it was lost.</summary>
    public static async Task<int> ReportAsync(ToolConsole console, Task<ContainerResult> end)
    {
        var result = await end.ConfigureAwait(false);
        if (result.OutputLoss is { } loss)
        {
            await console.Error.WriteLineAsync($"launch: warning: {loss}").ConfigureAwait(false);
        }

        return result.ExitCode ?? ExitCodes.Success;
    }

    /// <summary>Does something with each container, and goes on with the next where one fails.</summary>
    public static async Task<int> ForEachAsync(ToolConsole console, IEnumerable<string> containers, Func<string, Task> action)
    {
        var code = ExitCodes.Success;
        var output = new LateFailure();
        foreach (var container in containers)
        {
            try
            {
                await action(container).ConfigureAwait(false);
                await output.WriteLineAsync(console.Out, container).ConfigureAwait(false);
            }
            catch (DockerEngineException failure)
            {
                await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
                code = ExitCodes.EngineError;
            }
        }

        output.ThrowIfFailed();
        return code;
    }
}
