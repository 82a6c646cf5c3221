using System.Collections.Concurrent;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>When an engine is asked, when its silence is reported, and when waiting for it is given up.</summary>
public sealed class EnginePulseTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    private readonly ArmedClock _clock = new();
    private readonly ConcurrentQueue<EngineSilence> _reports = new();
    private readonly EnginePulse _pulse;
    private volatile bool _answers = true;
    private int _pings;

    public EnginePulseTests()
    {
        _pulse = new EnginePulse("unix:///e.sock", PingAsync, new Reports(_reports), _clock);
    }

    [Fact]
    public async Task An_engine_that_answers_is_asked_every_4_seconds_and_nothing_is_reported()
    {
        using var wait = _pulse.Begin(static () => { });
        await ExpectAsync(Quiet);
        for (var i = 1; i <= 20; i++)
        {
            await AdvanceAsync(Quiet, AnswerTime, Quiet);
            Assert.Equal(i, _pings);
        }

        Assert.Empty(_reports);
        Assert.False(wait.IsLost);
    }

    [Fact]
    public async Task A_silence_is_reported_after_9_seconds_and_once()
    {
        _answers = false;
        using var wait = _pulse.Begin(static () => { });
        await ExpectAsync(Quiet);
        await AdvanceAsync(Quiet, AnswerTime);
        Assert.Empty(_reports);

        await AdvanceUnansweredAsync(2);

        Assert.Equal(new EngineSilence("unix:///e.sock", TimeSpan.FromSeconds(9), IsOver: false), Assert.Single(_reports));
        Assert.False(wait.IsLost);
    }

    [Fact]
    public async Task What_waits_is_given_up_after_five_pings_in_a_row_without_an_answer()
    {
        _answers = false;
        var watched = WatchAsync(WaitBound.None);
        await ExpectAsync(Quiet);
        await AdvanceAsync(Quiet, AnswerTime);
        await AdvanceUnansweredAsync(4);
        Assert.False(watched.IsCompleted);

        _clock.Advance(AnswerTime);

        var error = await Assert.ThrowsAsync<EngineSilentException>(() => watched);
        Assert.Equal("the engine has not answered for 29 s", error.Message);
    }

    [Fact]
    public async Task An_engine_that_answers_again_is_reported_and_the_count_begins_anew()
    {
        _answers = false;
        using var wait = _pulse.Begin(static () => { });
        await ExpectAsync(Quiet);
        await AdvanceAsync(Quiet, AnswerTime);
        await AdvanceUnansweredAsync(3);

        _answers = true;
        await AdvanceAsync(AnswerTime, AnswerTime, Quiet);
        Assert.Equal(TimeSpan.FromSeconds(24), Assert.Single(_reports, static report => report.IsOver).Length);
        _answers = false;
        await AdvanceAsync(Quiet, AnswerTime);
        await AdvanceUnansweredAsync(4);

        Assert.Equal([false, true, false], _reports.Select(static report => report.IsOver));
        Assert.False(wait.IsLost);
    }

    [Fact]
    public async Task Bytes_of_another_stream_are_an_answer()
    {
        using var wait = _pulse.Begin(static () => { });
        await ExpectAsync(Quiet);
        await AdvanceAsync(TimeSpan.FromSeconds(3));
        _pulse.Hear();

        // The next question waits until the engine has been quiet for 4 s.
        await AdvanceAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        Assert.Equal(0, _pings);
    }

    [Fact]
    public async Task Time_in_which_nothing_waited_is_no_silence()
    {
        _answers = false;
        _clock.Advance(TimeSpan.FromHours(1));
        using var wait = _pulse.Begin(static () => { });
        await ExpectAsync(Quiet);
        await AdvanceAsync(Quiet, AnswerTime);
        Assert.Equal((1, 0), (_pings, _reports.Count));

        await AdvanceUnansweredAsync(1);

        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(_reports).Length);
    }

    [Fact]
    public async Task What_has_ended_is_not_given_up_and_the_engine_is_not_asked_for_it()
    {
        var gaveUp = false;
        var ended = _pulse.Begin(() => gaveUp = true);
        var waits = true;
        using var other = _pulse.Begin(static () => { }, () => waits);
        await ExpectAsync(Quiet);
        ended.Dispose();
        waits = false;
        await AdvanceAsync(Quiet, Quiet);
        await AdvanceAsync(Quiet, Quiet);
        Assert.Equal(0, _pings);

        waits = true;
        await AdvanceAsync(Quiet, AnswerTime, Quiet);

        Assert.Equal((1, false), (_pings, gaveUp));
    }

    [Fact]
    public async Task A_bound_ends_what_makes_no_progress_although_the_engine_answers()
    {
        PulseWait? progress = null;
        var watched = WatchAsync(new WaitBound(TimeSpan.FromSeconds(10), nameof(EngineTimeouts.Work)), wait => progress = wait);
        await ExpectAsync(TimeSpan.FromSeconds(10), Quiet);
        await AdvanceAsync(Quiet, AnswerTime, Quiet);
        await AdvanceAsync(Quiet, AnswerTime, Quiet);
        progress!.Renew();
        await AdvanceAsync(Quiet, AnswerTime, Quiet);
        await AdvanceAsync(Quiet, AnswerTime, Quiet);
        Assert.False(watched.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(2));

        var error = await Assert.ThrowsAsync<EngineSilentException>(() => watched);
        Assert.StartsWith("nothing came for 10 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("EngineTimeouts.Work", error.Advice, StringComparison.Ordinal);
        Assert.Empty(_reports);
    }

    [Fact]
    public async Task Whoever_cancels_gets_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        var watched = WatchAsync(new WaitBound(TimeSpan.FromSeconds(10), nameof(EngineTimeouts.Request)), null, cancelled);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watched);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_that_gets_nothing_within_its_bound_fails(bool isAsynchronous)
    {
        var bound = new WaitBound(TimeSpan.FromSeconds(3), nameof(EngineTimeouts.Transfer));
        await using var stream = new PulsedStream(new StalledStream(), _pulse, bound);
        var reading = isAsynchronous
            ? stream.ReadAsync(new byte[8].AsMemory(), TestContext.Current.CancellationToken).AsTask()
            : Task.Run(() => stream.Read(new byte[8]), TestContext.Current.CancellationToken);
        await _clock.WhenSetAsync(bound.Length);

        _clock.Advance(bound.Length);

        var error = await Assert.ThrowsAsync<EngineSilentException>(() => reading);
        Assert.StartsWith("nothing came for 3 s", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _pulse.Dispose();

    // Advances, and returns when the pulse has set the timers that follow.
    private async Task AdvanceAsync(TimeSpan length, params TimeSpan[] next)
    {
        _clock.Advance(length);
        await ExpectAsync(next);
    }

    private async Task ExpectAsync(params TimeSpan[] timers)
    {
        foreach (var timer in timers)
        {
            Assert.Equal(timer, await _clock.NextTimerAsync());
        }
    }

    private async Task AdvanceUnansweredAsync(int pings)
    {
        for (var i = 0; i < pings; i++)
        {
            await AdvanceAsync(AnswerTime, AnswerTime);
        }
    }

    private async Task PingAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _pings);
        if (!_answers)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private Task<int> WatchAsync(WaitBound bound, Action<PulseWait>? begun = null, CancellationTokenSource? cancelled = null) =>
        _pulse.WatchAsync(
            async (wait, token) =>
            {
                begun?.Invoke(wait);
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            },
            bound,
            cancelled?.Token ?? TestContext.Current.CancellationToken
        );

    private sealed class Reports(ConcurrentQueue<EngineSilence> reports) : IProgress<EngineSilence>
    {
        public void Report(EngineSilence value) => reports.Enqueue(value);
    }
}
