using LaunchSdk.Agent.Wandb;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbAgentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_is_registered_once_and_killed_when_it_leaves()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var backend = wandb.Another();

        await backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token);
        await backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token);
        var status = Assert.Single(wandb.State.Agents).AgentStatus;
        await backend.DisposeAsync();

        Assert.Equal(("POLLING", "KILLED"), (status, wandb.State.Agents[0].AgentStatus));
    }

    [Fact]
    public async Task An_agent_that_shall_stop_polling_takes_nothing()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token);
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        wandb.State.Agents[0].StopPolling = true;
        wandb.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token));
    }

    [Fact]
    public async Task An_agent_that_the_server_forgot_is_registered_again()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token);

        wandb.State.Agents.Clear();
        wandb.Time.Advance(TimeSpan.FromMinutes(1));
        await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token);

        Assert.Single(wandb.State.Agents);
    }

    [Fact]
    public async Task Looks_become_rarer_until_something_happens_here()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await using var changes = (WandbChanges)await wandb.Backend.SubscribeAsync(Token);

        for (var i = 0; i < 12; i++)
        {
            await changes.NextAsync(Token);
        }

        var idle = changes.Wait;
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        Assert.Equal((wandb.Options.LongestPoll, wandb.Options.ShortestPoll), (idle, changes.Wait));
    }

    [Fact]
    public async Task A_push_wakes_a_listener_that_would_sleep_for_an_hour()
    {
        await using var wandb = await WandbFixture.StartAsync(options =>
            options with
            {
                ShortestPoll = TimeSpan.FromHours(1),
                LongestPoll = TimeSpan.FromHours(1),
            }
        );
        await wandb.QueueAsync();
        await using var changes = await wandb.Backend.SubscribeAsync(Token);
        var next = changes.NextAsync(Token);

        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        await next;
    }
}
