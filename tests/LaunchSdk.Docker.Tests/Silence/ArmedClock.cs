using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>A clock that stands still until a test advances it, and says which timers are set.</summary>
internal sealed class ArmedClock : TimeProvider
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _fake = new();
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _fake.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _fake.GetUtcNow();

    public override long GetTimestamp() => _fake.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _fake.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>The length of the next timer in the order in which they are set.</summary>
    public async Task<TimeSpan> NextTimerAsync() =>
        await _timers
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Hang, TestContext.Current.CancellationToken);

    /// <summary>Waits until a timer of a length has been set.</summary>
    public async Task WhenSetAsync(TimeSpan length)
    {
        while (await NextTimerAsync() != length) { }
    }

    public void Advance(TimeSpan length) => _fake.Advance(length);
}
