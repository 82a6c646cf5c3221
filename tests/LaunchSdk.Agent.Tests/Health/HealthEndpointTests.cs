using System.Net;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Tests.Agents;

namespace LaunchSdk.Agent.Tests.Health;

public sealed class HealthEndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_tells_that_it_lives_is_ready_and_what_it_did()
    {
        await using var fixture = new AgentFixture { Host = new FakeHost { EndsAtOnce = true } };
        fixture.Options = fixture.Options with { HealthPort = 0, GpuDevices = ["0"] };
        await fixture.CreateQueueAsync();
        var item = await fixture.PushAsync();
        fixture.Start();
        await fixture.WaitForEndAsync(item.Id);
        using var client = ClientOf(fixture);

        Assert.Equal("ok\n", await client.GetStringAsync("/healthz", Token));
        Assert.Equal("ready\n", await client.GetStringAsync("/readyz", Token));
        var metrics = await client.GetStringAsync("/metrics", Token);
        Assert.Contains("launchsdk_agent_ready 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("launchsdk_agent_gpus{state=\"free\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Matches("(?m)^launchsdk_agent_jobs_ended_total\\{state=\"Finished\"\\} [0-9]+$", metrics);
        Assert.Matches("(?m)^launchsdk_job_step_seconds_count\\{step=\"start\"\\} [0-9]+$", metrics);
    }

    [Fact]
    public async Task Without_its_backend_an_agent_lives_and_is_not_ready()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { HealthPort = 0 };
        await fixture.CreateQueueAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.IsReady);
        fixture.Backend.Failure = new RunQueueUnavailableException("the database is gone");
        fixture.Backend.Wake();
        await fixture.WaitAsync(status => status.BackendProblem is not null);
        using var client = ClientOf(fixture);

        using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("phase: Working\nthe database is gone\n", await ready.Content.ReadAsStringAsync(Token));
        Assert.Equal("ok\n", await client.GetStringAsync("/healthz", Token));
    }

    [Fact]
    public async Task Another_path_is_not_found_and_another_method_not_allowed()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { HealthPort = 0 };
        await fixture.CreateQueueAsync();
        fixture.Start();
        await fixture.WaitAsync(status => status.Phase == AgentPhase.Working);
        using var client = ClientOf(fixture);

        using var missing = await client.GetAsync(new Uri("/else", UriKind.Relative), Token);
        using var posted = await client.PostAsync(new Uri("/healthz", UriKind.Relative), null, Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (missing.StatusCode, posted.StatusCode));
    }

    private static HttpClient ClientOf(AgentFixture fixture) =>
        new() { BaseAddress = new Uri($"http://127.0.0.1:{fixture.Agent.Status.HealthPort}") };
}
