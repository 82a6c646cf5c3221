namespace LaunchSdk.Docker.Connection;

/// <summary>A token that is cancelled by a deadline or with another token.</summary>
internal sealed class LinkedDeadline : IDisposable
{
    // The longest time of a timer; engines may name longer ones.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _either;

    public LinkedDeadline(TimeSpan length, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _deadline = new CancellationTokenSource(length < Longest ? length : Longest, timeProvider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _deadline.Dispose();
    }
}
