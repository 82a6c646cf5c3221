using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb.Emulator;
using LaunchSdk.Agent.Wandb;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbFaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Passing =>
        [
            new Fault.Status(429, 0),
            new Fault.Status(500),
            new Fault.Status(502),
            new Fault.Status(503, 0),
            new Fault.Reset(),
            new Fault.Body("<html>proxy</html>"),
            new Fault.Body("{}"),
            new Fault.Body("[1"),
            new Fault.Body(string.Empty),
        ];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again(Fault fault)
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();

        wandb.Server.Fail(null, fault, fault);

        Assert.NotNull(await wandb.Backend.FindQueueAsync("gpu", Token));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_does_not_pass_is_an_outage(Fault fault)
    {
        await using var wandb = await WandbFixture.StartAsync(options => options with { Retries = 1 });
        wandb.Server.Fail(null, fault, fault);

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => wandb.Backend.ListQueuesAsync(Token));
    }

    [Fact]
    public async Task A_server_that_hangs_is_an_outage()
    {
        await using var wandb = await WandbFixture.StartAsync(options =>
            options with
            {
                Retries = 1,
                TryDeadline = TimeSpan.FromMilliseconds(50),
            }
        );
        wandb.Server.Fail(null, new Fault.Hang(), new Fault.Hang());

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => wandb.Backend.ListQueuesAsync(Token));
    }

    [Fact]
    public async Task A_deadline_bounds_all_tries()
    {
        await using var wandb = await WandbFixture.StartAsync(options => options with { CallDeadline = TimeSpan.FromMilliseconds(100) });
        wandb.Server.Fail(null, new Fault.Status(429, 3600));

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => wandb.Backend.ListQueuesAsync(Token));
    }

    [Fact]
    public async Task A_server_that_is_gone_is_an_outage()
    {
        await using var wandb = await WandbFixture.StartAsync(options => options with { BaseUrl = new Uri("http://127.0.0.1:1") });

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token));
    }

    [Fact]
    public async Task A_key_that_expired_is_denied_at_once()
    {
        await using var wandb = await WandbFixture.StartAsync(options => options with { ApiKey = "expired-key" });

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => wandb.Backend.ListQueuesAsync(Token));

        Assert.Single(wandb.Server.Requests);
        Assert.Contains(WandbApiKey.Variable, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("expired-key", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("permission denied", typeof(RunQueueDeniedException))]
    [InlineData("runQueue not found", typeof(RunQueueNotFoundException))]
    [InlineData("internal server error", typeof(RunQueueUnavailableException))]
    [InlineData("runSpec is invalid", typeof(RunQueueRefusedException))]
    public async Task Errors_with_status_200_are_told_apart_by_their_text(string message, Type kind)
    {
        await using var wandb = await WandbFixture.StartAsync();
        wandb.Server.Fail("project", new Fault.Body($$"""{"data": null, "errors": [{"message": "{{message}}"}]}"""));

        var error = await Assert.ThrowsAnyAsync<RunQueueException>(() => wandb.Backend.ListQueuesAsync(Token));

        Assert.IsType(kind, error);
    }

    [Fact]
    public async Task A_push_whose_answer_was_lost_is_not_made_twice()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        wandb.Server.Fail("pushToRunQueueByName", new Fault.LostAnswer());

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token));

        Assert.Single(wandb.State.Queues[0].Items);
    }

    [Fact]
    public async Task A_push_that_was_turned_away_is_made_again()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        wandb.Server.Fail("pushToRunQueueByName", new Fault.Status(429, 0));

        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        Assert.Single(wandb.State.Queues[0].Items);
    }

    [Fact]
    public async Task An_acknowledgement_whose_answer_was_lost_counts()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        wandb.Server.Fail("ackRunQueueItem", new Fault.LostAnswer());

        await wandb.Backend.AcknowledgeAsync(lease, "run1", Token);

        Assert.Equal("CLAIMED", wandb.State.Item(lease.Item.Id).State);
        Assert.Equal(RunQueueItemState.Running, (await wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
    }

    [Fact]
    public async Task A_failure_whose_answer_was_lost_counts_once()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        var lease = await wandb.TakeAsync();
        wandb.Server.Fail("failRunQueueItem", new Fault.LostAnswer());

        await wandb.Backend.CompleteAsync(lease, RunOutcome.Failed(RunStage.Agent, "no"), Token);

        Assert.Equal(RunQueueItemState.Failed, (await wandb.Backend.FindItemAsync(lease.Item.Id, Token))!.State);
    }

    [Fact]
    public async Task A_pop_whose_answer_was_lost_comes_back_after_its_minute()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var item = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);
        wandb.Server.Fail("popFromRunQueue", new Fault.LostAnswer());

        Assert.Null(await wandb.Backend.PopAsync("gpu", "agent", WandbFixture.Lease, Token));
        wandb.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(item.Id, (await wandb.TakeAsync()).Item.Id);
    }

    [Fact]
    public async Task A_server_that_says_the_key_back_is_not_quoted()
    {
        await using var wandb = await WandbFixture.StartAsync();
        wandb.Server.Fail("project", new Fault.Body($$"""{"errors": [{"message": "runSpec with {{WandbEmulator.ApiKey}} is invalid"}]}"""));

        var error = await Assert.ThrowsAsync<RunQueueRefusedException>(() => wandb.Backend.ListQueuesAsync(Token));

        Assert.DoesNotContain(WandbEmulator.ApiKey, error.ToString() + string.Concat(error.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(WandbEmulator.ApiKey, wandb.Options.ToString() + wandb.Backend.Description, StringComparison.Ordinal);
    }
}
