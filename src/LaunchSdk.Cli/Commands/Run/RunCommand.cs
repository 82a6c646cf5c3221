using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
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

/// <summary><c>launch run FILE --image IMAGE</c>, and <c>launch run SOURCE --queue FILE</c></summary>
internal static class RunCommand
{
    /// <summary>The command's name: its own errors end with docker's exit code for them, 125.</summary>
    public const string Name = "run";

    public static Command Create(ToolConsole console)
    {
        var input = new CommandInput(takesSource: true);
        var build = new BuildInput("Queue to run in; the first argument is then the source of the image");
        var flags = new RunFlags();
        var command = new Command(Name, HelpText.Run.Summary);
        input.AddTo(command);
        flags.AddTo(command);
        build.AddTo(command);
        command.Validators.Add(result => RunForms.Check(result, input, build));
        command.SetAction(
            (arguments, cancellationToken) =>
                build.QueueFile(arguments) is null
                    ? RunAsync(console, input, flags, arguments, cancellationToken)
                    : BuildReport.GuardAsync(
                        console,
                        ExitCodes.EngineError,
                        () =>
                            SourceRun.RunAsync(
                                console,
                                input,
                                build,
                                flags.IsQuiet(arguments),
                                arguments,
                                request => flags.LayOver(request, arguments),
                                run => RunAsync(console, run, flags.Timeout(arguments), cancellationToken),
                                cancellationToken
                            )
                    )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ToolConsole console,
        CommandInput input,
        RunFlags flags,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        if (input.CreateCommand(arguments, console, request => flags.LayOver(request, arguments)) is not { } rendered)
        {
            return ExitCodes.EngineError;
        }

        try
        {
            return await RunAsync(console, rendered.Command, flags.Timeout(arguments), cancellationToken).ConfigureAwait(false);
        }
        catch (DockerEngineException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return failure.ExitCode;
        }
    }

    private static async Task<int> RunAsync(
        ToolConsole console,
        DockerRunCommand command,
        TimeSpan? timeout,
        CancellationToken cancellationToken
    )
    {
        var engine = await DockerEngine.ConnectAsync(EngineCommand.Options(console), cancellationToken).ConfigureAwait(false);
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
            .RunAsync(
                OutputsOf(console, plan),
                "the run was stopped",
                token => RunAsync(console, engine, plan, timeout, token),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    // A container in the background writes to none of them.
    private static Stream[] OutputsOf(ToolConsole console, ContainerRunPlan plan) =>
        plan switch
        {
            { Detach: true } => [],
            { Tty: true } => [console.RawOut],
            _ => [console.RawOut, console.RawError],
        };

    private static async Task<int> RunAsync(
        ToolConsole console,
        DockerEngine engine,
        ContainerRunPlan plan,
        TimeSpan? timeout,
        CancellationToken cancellationToken
    )
    {
        using var bars = console.ErrorIsTerminal && !plan.Quiet ? new PullProgressBars(console.Error) : null;
        var runner = new ContainerRunner(
            engine,
            bars ?? (plan.Quiet ? null : new PullProgressLines(console.Error) as IProgress<ImagePullProgress>)
        );
        var output = new StreamContainerOutput(console.RawOut, console.RawError);
        var input = plan.AttachStdin ? console.ContainerInput() : null;
        using var signals = SignalForwarding.Start(console);
        if (await StartAsync(console, runner, plan, output, input, signals, cancellationToken).ConfigureAwait(false) is not { } container)
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

        return await FinishAsync(console, container, plan, timeout, cancellationToken).ConfigureAwait(false);
    }

    // Null where a signal came before the container ran.
    private static async Task<RunningContainer?> StartAsync(
        ToolConsole console,
        ContainerRunner runner,
        ContainerRunPlan plan,
        StreamContainerOutput output,
        Stream? input,
        SignalForwarding signals,
        CancellationToken cancellationToken
    )
    {
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

    private static async Task<int> FinishAsync(
        ToolConsole console,
        RunningContainer container,
        ContainerRunPlan plan,
        TimeSpan? timeout,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (plan.Detach)
            {
                await console.Out.WriteLineAsync(container.Id.AsMemory(), CancellationToken.None).ConfigureAwait(false);
                return ExitCodes.Success;
            }

            var end = WaitAsync(console, container, plan, timeout, cancellationToken);
            return await EngineCommand.ReportAsync(console, end).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OutputFailedException or OperationCanceledException)
        {
            // Nothing runs on unseen.
            await container.StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException) when (timeout is not null)
        {
            await EngineCommand.ReportAsync(console, container.StopAsync(CancellationToken.None)).ConfigureAwait(false);
            await console
                .Error.WriteLineAsync($"launch: the container {container.Id[..12]} was stopped: its time was over (--timeout)")
                .ConfigureAwait(false);
            return ExitCodes.TimedOut;
        }
    }

    private static async Task<ContainerResult> WaitAsync(
        ToolConsole console,
        RunningContainer container,
        ContainerRunPlan plan,
        TimeSpan? timeout,
        CancellationToken cancellationToken
    )
    {
        using var terminal = plan.Tty && plan.AttachStdin && console.InputIsTerminal ? RawTerminal.Start(container) : null;
        return await container.Completion.WaitAsync(timeout ?? Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }
}
