using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Tests.Chaos;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>Every request of the library, left without an answer by an engine that answers all others.</summary>
public sealed class UnansweredRequestTests
{
    // Shorter than the time after which an engine is asked whether it is there.
    private static readonly EngineTimeouts Timeouts = new()
    {
        Request = TimeSpan.FromSeconds(1),
        Work = TimeSpan.FromSeconds(2),
        Transfer = TimeSpan.FromSeconds(2.5),
        Build = TimeSpan.FromSeconds(3),
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var call in LibraryCall.All)
            {
                // Those two are bounded by ConnectTimeout.
                foreach (
                    var request in call.Requests.Where(static line =>
                        line != "GET /_ping" && !line.EndsWith("/attach", StringComparison.Ordinal)
                    )
                )
                {
                    rows.Add(call.Name, request);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_without_an_answer_fails_when_its_bound_is_over_and_says_which(string call, string request)
    {
        await using var engine = new RecordingEngine();
        var container = await LibraryCall.KeepContainerAsync(engine);
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(request, ChaosAnswer.Silence);
        var clock = new ArmedClock();
        var options = new DockerEngineOptions
        {
            Host = proxy.Host,
            Timeouts = Timeouts,
            TimeProvider = clock,
        };
        var bound = BoundOf(request);
        var calling = LibraryCall
            .All.Single(one => one.Name == call)
            .RunAsync(options, container, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await proxy.WhenAnsweredAsync();
        await clock.WhenSetAsync(bound.Length);

        clock.Advance(bound.Length);

        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() => calling);
        Assert.Contains(proxy.Host, error.Message, StringComparison.Ordinal);
        Assert.Contains($"nothing came for {bound.Length.TotalSeconds} s", error.Message, StringComparison.Ordinal);
        Assert.Contains($"EngineTimeouts.{bound.Setting}", error.Message, StringComparison.Ordinal);
        Assert.Contains(request.Split('*')[0], error.Message.Replace("/v1.50", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pull", "POST /images/create", "{\"status\":\"Pulling\",\"id\":\"layer\"}\n")]
    [InlineData("push", "POST /images/ghcr.io/team/job/push", "{\"status\":\"Pushing\",\"id\":\"layer\"}\n")]
    [InlineData("build", "POST /build", "{\"stream\":\"Step 1/2 : FROM scratch\\n\"}\n")]
    [InlineData("list", "GET /containers/json", "[{\"Id\":")]
    [InlineData("logs", "GET /containers/*/logs", "")]
    public async Task An_answer_that_stops_in_its_middle_fails_when_its_bound_is_over(string call, string request, string start)
    {
        await using var engine = new RecordingEngine();
        var container = await LibraryCall.KeepContainerAsync(engine);
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(
            request,
            ChaosAnswer.Stalled("half", $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{start}")
        );
        // The others are far away, and this one is short enough to wait for.
        var brief = TimeSpan.FromMilliseconds(500);
        var timeouts = request switch
        {
            "POST /build" => new EngineTimeouts { Build = brief },
            "GET /containers/json" => new EngineTimeouts { Request = TimeSpan.FromSeconds(3) },
            "GET /containers/*/logs" => new EngineTimeouts { Work = brief },
            _ => new EngineTimeouts { Transfer = brief },
        };

        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() =>
            LibraryCall
                .All.Single(one => one.Name == call)
                .RunAsync(
                    new DockerEngineOptions { Host = proxy.Host, Timeouts = timeouts },
                    container,
                    TestContext.Current.CancellationToken
                )
                .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)
        );

        Assert.Contains("nothing came for", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(proxy.Answered);
    }

    private static WaitBound BoundOf(string request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Split(' ')[0]), request.Split(' ')[1]);
        return new RequestBounds(Timeouts).Of(message).Head;
    }
}
