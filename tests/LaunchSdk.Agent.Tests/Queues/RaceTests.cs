using LaunchSdk.Agent.Conformance;

namespace LaunchSdk.Agent.Tests.Queues;

public sealed class RaceTests
{
    [Fact]
    public async Task One_that_fails_ends_those_that_wait_for_it_and_its_exception_is_told()
    {
        var failing = new InvalidOperationException("it failed");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Race.RunAsync(
                [
                    token => Task.Delay(Timeout.InfiniteTimeSpan, token),
                    _ => Task.FromException(failing),
                    token => Task.Delay(Timeout.InfiniteTimeSpan, token),
                ],
                TestContext.Current.CancellationToken
            )
        );

        Assert.Same(failing, error);
    }
}
