using LaunchSdk.Agent;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Cli.Commands;
using LaunchSdk.Cli.Queues;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Agents;

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
        var docker = new LaunchDocker(EngineCommand.Options(console));
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
        var shown =
            session.LogFile == "-" ? Task.CompletedTask
            : console.OutIsTerminal ? AgentScreen.ShowAsync(agent, backend, console)
            : AgentLines.ShowAsync(agent, new AgentWriter(console.Out, console.Error));
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
        catch (AgentNameInUseException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message} (--name names an agent)").ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
        catch (DockerEngineException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return ExitCodes.EngineError;
        }
        finally
        {
            await shown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
