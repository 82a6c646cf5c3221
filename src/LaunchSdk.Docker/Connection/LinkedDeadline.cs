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
        _deadline = new CancellationTokenSource(Limit(length), timeProvider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>A time as a timer takes it.</summary>
    public static TimeSpan Limit(TimeSpan length) => length < Longest ? length : Longest;

    public void Dispose()
    {
        _either.Dispose();
        _deadline.Dispose();
    }
}
