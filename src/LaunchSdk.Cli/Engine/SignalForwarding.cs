using System.Runtime.InteropServices;
using LaunchSdk.Cli.Signals;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>
/// What signals to the tool do while it starts a container and while that runs. Before it runs, the first one gives up the start. Then the
/// first one goes to the container, as docker's sig-proxy has it (without sig-proxy it stops the container); a second Ctrl-C, SIGTERM or
/// SIGHUP stops the container with its stop signal and time, then kills it. So nothing is left running unseen. The third one ends the tool.
/// </summary>
internal sealed class SignalForwarding : IDisposable
{
    private readonly CancellationTokenSource _start = new();
    private readonly EndingSignals _signals;
    private readonly ToolConsole _console;
    private readonly Lock _lock = new();
    private RunningContainer? _container;
    private string? _created;
    private string? _early;
    private bool _isWanted;
    private bool _isStopWanted;

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

    /// <summary>The container is there, and may run before the engine answers that it does.</summary>
    /// <param name="id">The container's id or name.</param>
    public void Create(string id) => Volatile.Write(ref _created, id);

    /// <summary>From now on signals go to a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="isWanted">Whether it gets the first one; else that stops it.</param>
    public void Take(RunningContainer container, bool isWanted)
    {
        Volatile.Write(ref _created, container.Id);
        lock (_lock)
        {
            _isWanted = isWanted;
            _container = container;
        }

        // It came when the start was done already: the container's first words may have been read by then.
        if (_early is { } early)
        {
            Pass(container, early);
        }

        if (_isStopWanted)
        {
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
                else if (count < EndingSignals.Last)
                {
                    Second();
                }
            }
        );

    private void First(PosixSignal signal, string name)
    {
        if (Find(() => _early ??= name) is { } container)
        {
            Pass(container, name);
            return;
        }

        ExitCode = EndingSignals.ExitCode(signal);
        _start.Cancel();
    }

    private void Second()
    {
        if (Find(() => _isStopWanted = true) is { } container)
        {
            _ = StopAsync(container);
        }
    }

    // Where there is no container yet, what is noted is done when there is one.
    private RunningContainer? Find(Action note)
    {
        lock (_lock)
        {
            if (_container is null)
            {
                note();
            }

            return _container;
        }
    }

    private void Pass(RunningContainer container, string signal) => _ = _isWanted ? SendAsync(container, signal) : StopAsync(container);

    private string Left() =>
        Volatile.Read(ref _created) is { } container
            ? $"the container {Short(container)} may still run: launch ps lists it, launch stop {Short(container)} ends it"
            : "a container may have been created: launch ps lists it, launch rm removes it";

    private static string Short(string container) => EngineId.IsContainer(container) ? container[..12] : container;

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
