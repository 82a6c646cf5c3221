namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>A clock that tells what the test sets; its timers are the system's.</summary>
internal sealed class HandTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
