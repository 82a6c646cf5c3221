using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Translation;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary>Runs a container to its end, in sight of the user.</summary>
/// <param name="console">Input and output.</param>
/// <param name="timeout">The time after which the container is stopped; null for no limit.</param>
internal sealed class ContainerRun(ToolConsole console, TimeSpan? timeout)
{
    /// <summary>Runs the container.</summary>
    /// <param name="command">What is run.</param>
    /// <param name="cancellationToken">A token that stops the container.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="DockerEngineException">The engine failed, or refused the container.</exception>
    public async Task<int> RunAsync(DockerRunCommand command, CancellationToken cancellationToken)
    {
        var engine = await EngineConnection.OpenAsync(console, cancellationToken).ConfigureAwait(false);
        await using var disposal = engine.ConfigureAwait(false);
        var client = console.ClientContext() with { EngineAddress = engine.Host };
        var request = CreateRequestTranslator.Translate(command, engine.Target, client);
        console.ReportProblems(request.Problems);
        if (request.HasErrors)
        {
            return ExitCodes.EngineError;
        }

        var plan = ContainerRunPlan.Create(command, request.Value);
        return await OutputWatch
            .RunAsync(OutputsOf(plan), "the run was stopped", token => RunAsync(engine, plan, token), cancellationToken)
            .ConfigureAwait(false);
    }

    // A container in the background writes to none of them.
    private Stream[] OutputsOf(ContainerRunPlan plan) =>
        plan switch
        {
            { Detach: true } => [],
            { Tty: true } => [console.RawOut],
            _ => [console.RawOut, console.RawError],
        };

    private async Task<int> RunAsync(DockerEngine engine, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        using var bars = console.ErrorIsTerminal && !plan.Quiet ? new PullProgressBars(console.Error) : null;
        using var signals = SignalForwarding.Start(console);
        var progress = (IProgress<ImagePullProgress>?)bars ?? Lines(plan);
        var runner = new ContainerRunner(engine, progress) { Created = signals.Create };
        if (await StartAsync(runner, plan, signals, cancellationToken).ConfigureAwait(false) is not { } container)
        {
            return signals.ExitCode;
        }

        await using var handle = container.ConfigureAwait(false);
        foreach (var warning in container.Warnings)
        {
            await console.Error.WriteLineAsync($"launch: warning: {warning}").ConfigureAwait(false);
        }

        if (!plan.Detach)
        {
            signals.Take(container, isWanted: plan.SignalProxy);
        }

        return await FinishAsync(container, plan, cancellationToken).ConfigureAwait(false);
    }

    private PullProgressLines? Lines(ContainerRunPlan plan) => plan.Quiet ? null : new PullProgressLines(console.Error);

    // Null where a signal came before the container ran.
    private async Task<RunningContainer?> StartAsync(
        ContainerRunner runner,
        ContainerRunPlan plan,
        SignalForwarding signals,
        CancellationToken cancellationToken
    )
    {
        var output = new StreamContainerOutput(console.RawOut, console.RawError);
        var input = plan.AttachStdin ? console.ContainerInput() : null;
        using var start = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.GivenUp);
        try
        {
            return await runner.StartAsync(plan, output, input, start.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.GivenUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("launch: the run was given up before its container ran").ConfigureAwait(false);
            return null;
        }
    }

    private async Task<int> FinishAsync(RunningContainer container, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            if (plan.Detach)
            {
                await console.Out.WriteLineAsync(container.Id.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                return ExitCodes.Success;
            }

            return await ContainerExit.ReportAsync(console.Error, WaitAsync(container, plan, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OutputFailedException or OperationCanceledException)
        {
            // Nothing runs on unseen.
            await container.StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException) when (timeout is not null)
        {
            await ContainerExit.ReportAsync(console.Error, container.StopAsync(CancellationToken.None)).ConfigureAwait(false);
            await console
                .Error.WriteLineAsync($"launch: the container {container.Id[..12]} was stopped after the --timeout limit")
                .ConfigureAwait(false);
            return ExitCodes.TimedOut;
        }
    }

    private async Task<ContainerResult> WaitAsync(RunningContainer container, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        using var terminal = plan.Tty && plan.AttachStdin && console.InputIsTerminal ? RawTerminal.Start(container) : null;
        return await container.Completion.WaitAsync(timeout ?? Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }
}
