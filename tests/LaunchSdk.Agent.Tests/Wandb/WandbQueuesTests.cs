using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbQueuesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_is_created_and_found_with_its_options_and_variables()
    {
        await using var wandb = await WandbFixture.StartAsync();

        await wandb.QueueAsync(
            options: """{"memory": "{{size}}", "gpus": "all"}""",
            hasPriorities: true,
            variables: """{"size": {"schema": {"type": "string", "enum": ["8g", "16g"]}}}"""
        );

        var queue = await wandb.Backend.FindQueueAsync("gpu", Token);
        Assert.Equal(PrioritizationMode.V0, queue!.Definition.PrioritizationMode);
        Assert.Equal("size", Assert.Single(queue.Definition.TemplateVariables).Key);
        Assert.Equal(["memory", "gpus"], queue.Definition.Config.Settings.Select(setting => setting.Name));
    }

    [Fact]
    public async Task A_name_in_use_is_refused()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();

        await Assert.ThrowsAsync<RunQueueRefusedException>(() => wandb.QueueAsync());
    }

    [Fact]
    public async Task What_the_server_finds_wrong_is_told_error_by_error()
    {
        await using var wandb = await WandbFixture.StartAsync();
        wandb.State.ConfigErrors.AddRange(["gpus: no", "memory: no"]);

        var error = await Assert.ThrowsAsync<RunQueueRefusedException>(() => wandb.QueueAsync());

        Assert.Equal(["gpus: no", "memory: no"], error.Errors);
    }

    [Fact]
    public async Task A_server_without_upsert_is_asked_the_older_way()
    {
        await using var wandb = await WandbFixture.StartAsync();
        wandb.Server.Fail(
            "upsertRunQueue",
            new Emulator.Fault.Body("""{"errors":[{"message":"Cannot query field \"upsertRunQueue\" on type \"Mutation\"."}]}""")
        );

        var queue = await wandb.QueueAsync();

        Assert.Equal("memory", Assert.Single(queue.Definition.Config.Settings).Name);
        Assert.Equal(1, wandb.Server.Count("createRunQueue"));
    }

    [Fact]
    public async Task An_update_counts_for_what_is_popped_from_then_on()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        await wandb.Backend.UpdateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("4g")), Token);

        Assert.Equal("4g", (await wandb.TakeAsync()).Queue.Config.Settings.Single().Text);
    }

    [Fact]
    public async Task A_queue_with_items_is_not_deleted_and_one_without_is()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync();
        var item = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(), Token);

        await Assert.ThrowsAsync<RunQueueRefusedException>(() => wandb.Backend.DeleteQueueAsync("gpu", Token));
        await wandb.Backend.RequestStopAsync(item.Id, Token);
        await wandb.Backend.DeleteQueueAsync("gpu", Token);

        Assert.Null(await wandb.Backend.FindQueueAsync("gpu", Token));
    }

    [Fact]
    public async Task Missing_queues_are_told_as_missing()
    {
        await using var wandb = await WandbFixture.StartAsync();

        Assert.Null(await wandb.Backend.FindQueueAsync("none", Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => wandb.Backend.PopAsync("none", "agent", WandbFixture.Lease, Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => wandb.Backend.PushAsync("none", WandbFixture.Job(), Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => wandb.Backend.DeleteQueueAsync("none", Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => wandb.Backend.UpdateQueueAsync(new DockerQueue { Name = "none" }, Token));
    }

    [Fact]
    public async Task Lists_count_what_waits_and_runs()
    {
        await using var wandb = await WandbFixture.StartAsync();
        await wandb.QueueAsync("b");
        await wandb.QueueAsync("a");
        await wandb.Backend.PushAsync("b", WandbFixture.Job(), Token);
        await wandb.Backend.PushAsync("b", WandbFixture.Job(), Token);
        await wandb.TakeAsync("b");

        var queues = await wandb.Backend.ListQueuesAsync(Token);

        Assert.Equal([("a", 0L, 0L), ("b", 1L, 1L)], queues.Select(queue => (queue.Name, queue.Waiting, queue.Running)));
    }
}
