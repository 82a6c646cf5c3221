using LaunchSdk.Agent;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Cli.Backends;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>One run of an agent in the tool: its backend, its engine, what is shown of it, what signals do.</summary>
internal static class AgentSession
{
    /// <summary>Runs the agent to its end; returns the exit code.</summary>
    public static async Task<int> RunAsync(
        ToolConsole console,
        AgentSettings settings,
        AgentSessionOptions session,
        CancellationToken cancellationToken
    )
    {
        try
        {
            const string Consequence = "the agent has ended; its containers go on, and the next agent of its name takes them over";
            return await OutputWatch
                .RunAsync([console.RawOut], Consequence, token => RunWatchedAsync(console, settings, session, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
    }

    // An operator who lets a container take longer to start means that.
    private static DockerEngineOptions EngineOptions(ToolConsole console, TimeSpan start)
    {
        var options = EngineConnection.Options(console);
        return start > options.Timeouts.Work ? options with { Timeouts = options.Timeouts with { Work = start } } : options;
    }

    private static async Task<int> RunWatchedAsync(
        ToolConsole console,
        AgentSettings settings,
        AgentSessionOptions session,
        CancellationToken cancellationToken
    )
    {
        using var log = AgentLog.Open(console, session.LogFile, settings.Verbosity);
        var backend = await console.OpenBackend(session.Backend, cancellationToken).ConfigureAwait(false);
        await using var backendDisposal = backend.ConfigureAwait(false);
        var docker = new LaunchDocker(EngineOptions(console, settings.Options.ContainerStartTimeout));
        await using var dockerDisposal = docker.ConfigureAwait(false);
        var agent = new LaunchAgent(
            settings.Options with
            {
                Once = session.Once,
                HealthPort = session.HealthPort,
                Wandb = session.Backend.Kind == BackendKind.Wandb ? BackendOpener.WandbOf(session.Backend) : null,
            },
            backend,
            docker,
            log
        );
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signals = AgentSignals.Start(agent, leave, console.Error);
        var shown = ShowAsync(console, session, agent, backend);
        try
        {
            await agent.RunAsync(leave.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        finally
        {
            await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Task ShowAsync(ToolConsole console, AgentSessionOptions session, LaunchAgent agent, IRunQueueBackend backend)
    {
        if (session.LogFile == "-")
        {
            return Task.CompletedTask;
        }

        return console.OutIsTerminal
            ? AgentScreen.ShowAsync(agent, backend, console)
            : AgentLines.ShowAsync(agent, new AgentWriter(console.Out, console.Error));
    }
}
