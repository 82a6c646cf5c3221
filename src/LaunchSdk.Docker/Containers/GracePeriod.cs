namespace LaunchSdk.Docker.Containers;

/// <summary>
/// A token that is cancelled a while after another one. A create or start that is broken off leaves it open whether the engine did it;
/// with some time to answer, the client knows what it has to clean up.
/// </summary>
internal sealed class GracePeriod : IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public GracePeriod(TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        _registration = cancellationToken.Register(static source => ((CancellationTokenSource)source!).CancelAfter(Length), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
