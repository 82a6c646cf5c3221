using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli.Queues;

/// <summary>Opens the backend that was chosen.</summary>
internal static class BackendOpener
{
    /// <summary>The backend, for the caller to dispose of.</summary>
    public static Task<IRunQueueBackend> OpenAsync(BackendChoice choice, CancellationToken cancellationToken) =>
        throw new InputException($"there is no backend {choice.Kind} yet");
}
