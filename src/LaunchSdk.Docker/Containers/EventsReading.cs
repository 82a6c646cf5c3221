namespace LaunchSdk.Docker.Containers;

/// <summary>One stream of events, from its opening to its end.</summary>
internal sealed class EventsReading
{
    private readonly TaskCompletionSource<bool> _proof = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first event, true, or with the stream, false where there was none.</summary>
    public Task<bool> Proof => _proof.Task;

    /// <summary>An event came.</summary>
    public void Prove() => _proof.TrySetResult(true);

    /// <summary>The stream ended.</summary>
    public void End() => _proof.TrySetResult(false);
}
