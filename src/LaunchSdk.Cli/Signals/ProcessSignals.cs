using System.Runtime.InteropServices;

namespace LaunchSdk.Cli.Signals;

/// <summary>Signals to the tool that no longer end it, but do something else, until this is disposed of.</summary>
internal sealed class ProcessSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Takes a signal over.</summary>
    public void On(PosixSignal signal, Action action) =>
        _registrations.Add(
            PosixSignalRegistration.Create(
                signal,
                context =>
                {
                    context.Cancel = true;
                    action();
                }
            )
        );

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(static registration => registration.Dispose());
}
