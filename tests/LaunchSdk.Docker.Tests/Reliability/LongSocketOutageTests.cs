using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>
/// An outage of two minutes, in a class of its own: other classes run next to it. It is about the client, so one engine is enough.
/// </summary>
[Trait("Category", "Slow")]
[Trait("Engines", "one")]
public sealed class LongSocketOutageTests : OutageTests
{
    [EngineFact]
    public Task A_job_outlives_2_minutes_without_the_socket() => OutliveAsync(120);
}
