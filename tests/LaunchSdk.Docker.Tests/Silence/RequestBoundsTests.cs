using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>Which bound is for which request.</summary>
public sealed class RequestBoundsTests
{
    private static readonly RequestBounds Bounds = new(new EngineTimeouts());

    [Theory]
    [InlineData("GET", "/v1.50/containers/json?all=1", "Request", "Request")]
    [InlineData("GET", "/v1.50/containers/abc/json", "Request", "Request")]
    [InlineData("GET", "/v1.50/images/ghcr.io/team/job:1/json", "Request", "Request")]
    [InlineData("POST", "/v1.50/images/abc/tag?repo=a&tag=b", "Request", "Request")]
    [InlineData("GET", "/v1.50/version", "Request", "Request")]
    [InlineData("GET", "/v1.50/info", "Request", "Request")]
    [InlineData("GET", "/v1.50/events?since=0&until=5", "Request", "Request")]
    [InlineData("POST", "/v1.50/containers/abc/kill?signal=KILL", "Request", "Request")]
    [InlineData("POST", "/v1.50/containers/abc/resize?h=1&w=1", "Request", "Request")]
    [InlineData("HEAD", "/v1.50/containers/abc/archive?path=x", "Request", "Request")]
    [InlineData("GET", "/v1.50/containers/abc/archive?path=x", "Request", "Request")]
    [InlineData("GET", "/v9.99/what/comes/later", "Request", "Request")]
    [InlineData("POST", "/v1.50/containers/create?name=x", "Work", "Request")]
    [InlineData("POST", "/v1.50/containers/abc/start", "Work", "Request")]
    [InlineData("DELETE", "/v1.50/containers/abc?force=1&v=1", "Work", "Request")]
    [InlineData("GET", "/v1.50/distribution/ghcr.io/team/job:1/json", "Work", "Request")]
    [InlineData("GET", "/v1.50/containers/abc/logs?stdout=1&follow=0", "Request", "Work")]
    [InlineData("GET", "/v1.50/containers/abc/logs?stdout=1&follow=1", "Request", "")]
    [InlineData("POST", "/v1.50/containers/abc/wait?condition=removed", "Request", "")]
    [InlineData("POST", "/v1.50/containers/abc/stop?t=5", "", "Request")]
    [InlineData("POST", "/v1.50/images/create?fromImage=x", "Transfer", "Transfer")]
    [InlineData("POST", "/v1.50/images/ghcr.io/team/job/push?tag=1", "Transfer", "Transfer")]
    [InlineData("POST", "/v1.50/build?t=x", "Build", "Build")]
    [InlineData("POST", "/build", "Build", "Build")]
    public void Each_request_has_the_bound_of_its_kind(string method, string target, string head, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);

        var bounds = Bounds.Of(request);

        Assert.Equal((head, body), (bounds.Head.Setting, bounds.Body.Setting));
    }

    [Fact]
    public void The_lengths_are_those_of_the_options()
    {
        var timeouts = new EngineTimeouts { Request = TimeSpan.FromSeconds(5), Build = Timeout.InfiniteTimeSpan };
        var bounds = new RequestBounds(timeouts);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1.50/info");

        Assert.Equal((TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan), (bounds.Of(request).Head.Length, bounds.Build.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_timeout_that_is_none_is_refused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EngineTimeouts { Work = TimeSpan.FromSeconds(seconds) });
}
