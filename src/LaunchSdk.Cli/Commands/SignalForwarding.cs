using System.Runtime.InteropServices;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Commands;

/// <summary>
/// What signals to the tool do while a container runs. The first one goes to the container, as docker's sig-proxy has it (without sig-proxy it stops
/// the container); a second Ctrl-C or SIGTERM stops the container with its stop signal and time, then kills it. So nothing is left running unseen.
/// </summary>
internal sealed class SignalForwarding : IDisposable
{
    private readonly ProcessSignals _signals = new();
    private readonly RunningContainer _container;
    private readonly bool _isWanted;
    private int _endings;

    private SignalForwarding(RunningContainer container, bool isWanted)
    {
        _container = container;
        _isWanted = isWanted;
    }

    /// <summary>Takes over the process's signals until disposed.</summary>
    public static SignalForwarding Start(RunningContainer container, bool isWanted)
    {
        var forwarding = new SignalForwarding(container, isWanted);
        forwarding.Register(PosixSignal.SIGINT, "SIGINT", isEnding: true);
        forwarding.Register(PosixSignal.SIGTERM, "SIGTERM", isEnding: true);
        forwarding.Register(PosixSignal.SIGHUP, "SIGHUP", isEnding: true);
        if (!OperatingSystem.IsWindows())
        {
            forwarding.Register(PosixSignal.SIGQUIT, "SIGQUIT", isEnding: false);
        }

        return forwarding;
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.Dispose();

    private void Register(PosixSignal signal, string name, bool isEnding) =>
        _signals.On(signal, () =>
        {
            var isRepeated = isEnding && Interlocked.Increment(ref _endings) > 1;
            _ = isRepeated || !_isWanted ? StopAsync() : SendAsync(name);
        });

    private async Task SendAsync(string signal)
    {
        try
        {
            await _container.KillAsync(signal, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerEngineException)
        {
            // The container has just ended; its exit code is on the way.
        }
    }

    private async Task StopAsync()
    {
        try
        {
            await _container.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (DockerEngineException)
        {
            // The container has just ended; its exit code is on the way.
        }
    }
}
