using System.Runtime.InteropServices;
using LaunchSdk.Cli.Signals;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>
/// What signals to the tool do while it starts a container and while that runs. Before it runs, the first one gives up the start. Then the
/// first one goes to the container, as docker's sig-proxy has it (without sig-proxy it stops the container); a second Ctrl-C, SIGTERM or
/// SIGHUP stops the container with its stop signal and time, then kills it. So nothing is left running unseen. The third one ends the tool.
/// </summary>
internal sealed class SignalForwarding : IDisposable
{
    private const int ShortLength = 12;

    private readonly CancellationTokenSource _start = new();
    private readonly EndingSignals _signals;
    private readonly ToolConsole _console;
    private RunningContainer? _container;
    private string? _created;
    private bool _isWanted;

    private SignalForwarding(ToolConsole console)
    {
        _console = console;
        _signals = new EndingSignals(console.Error, Left);
    }

    /// <summary>Cancelled by a signal before the container runs.</summary>
    public CancellationToken GivenUp => _start.Token;

    /// <summary>The exit code for a start that was given up.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Takes over the process's signals until disposed.</summary>
    public static SignalForwarding Start(ToolConsole console)
    {
        var forwarding = new SignalForwarding(console);
        forwarding.OnEnding(PosixSignal.SIGINT, "SIGINT");
        forwarding.OnEnding(PosixSignal.SIGTERM, "SIGTERM");
        forwarding.OnEnding(PosixSignal.SIGHUP, "SIGHUP");
        if (!OperatingSystem.IsWindows())
        {
            forwarding._signals.On(PosixSignal.SIGQUIT, () => forwarding.First(PosixSignal.SIGQUIT, "SIGQUIT"));
        }

        return forwarding;
    }

    /// <summary>The engine has created the container, which may run before the engine answers that it does.</summary>
    /// <param name="id">The container's id.</param>
    public void Create(string id) => Volatile.Write(ref _created, id);

    /// <summary>From now on signals go to a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="isWanted">Whether it gets the first one; else that stops it.</param>
    public void Take(RunningContainer container, bool isWanted)
    {
        _isWanted = isWanted;
        Volatile.Write(ref _created, container.Id);
        Volatile.Write(ref _container, container);
        if (GivenUp.IsCancellationRequested)
        {
            // The signal came when the start was done already.
            _ = StopAsync(container);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.Dispose();

    private void OnEnding(PosixSignal signal, string name) =>
        _signals.OnEnding(
            signal,
            count =>
            {
                if (count == 1)
                {
                    First(signal, name);
                }
                else if (count < EndingSignals.Last && Volatile.Read(ref _container) is { } container)
                {
                    _ = StopAsync(container);
                }
            }
        );

    private void First(PosixSignal signal, string name)
    {
        if (Volatile.Read(ref _container) is { } container)
        {
            _ = _isWanted ? SendAsync(container, name) : StopAsync(container);
            return;
        }

        ExitCode = EndingSignals.ExitCode(signal);
        _start.Cancel();
    }

    private string Left() =>
        Volatile.Read(ref _created) is { Length: > ShortLength } id
            ? $"the container {id[..ShortLength]} may still run: launch ps lists it, launch stop {id[..ShortLength]} ends it"
            : "a container may have been created: launch ps lists it, launch rm removes it";

    private async Task SendAsync(RunningContainer container, string signal)
    {
        try
        {
            await container.KillAsync(signal, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerEngineException failure)
        {
            await ReportAsync(container, failure).ConfigureAwait(false);
        }
    }

    private async Task StopAsync(RunningContainer container)
    {
        try
        {
            await container.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerEngineException failure)
        {
            await ReportAsync(container, failure).ConfigureAwait(false);
        }
    }

    private async Task ReportAsync(RunningContainer container, DockerEngineException failure)
    {
        // Of a container that has just ended the exit code is on the way.
        if (!container.Exited.IsCompleted)
        {
            await _console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
        }
    }
}
