using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public async Task A_created_queue_is_found_as_it_was_defined()
    {
        var definition = Definition("gpu", PrioritizationMode.V0);

        var created = await Backend.CreateQueueAsync(definition, Token);
        var found = await Backend.FindQueueAsync("gpu", Token);

        Assert.Equal(created, found);
        Assert.Equal(definition, found!.Definition);
        Assert.Equal((0, 0), (found.Waiting, found.Running));
    }

    [Fact]
    public async Task A_definition_with_environment_macros_is_kept()
    {
        var definition = DockerQueue.Create("gpu", options => options.Hostname("${HOST_NAME}"));

        await Backend.CreateQueueAsync(definition, Token);

        Assert.Equal(definition, (await Backend.FindQueueAsync("gpu", Token))!.Definition);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_null() => Assert.Null(await Backend.FindQueueAsync("none", Token));

    [Fact]
    public async Task A_name_in_use_is_refused()
    {
        await Backend.CreateQueueAsync(Definition(), Token);

        var refusal = await Assert.ThrowsAsync<RunQueueRefusedException>(() => Backend.CreateQueueAsync(Definition(memory: "1g"), Token));

        Assert.Contains("'gpu'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Definition(), (await Backend.FindQueueAsync("gpu", Token))!.Definition);
    }

    [Fact]
    public async Task An_updated_queue_has_its_new_definition_and_its_items()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job(), Token);

        await Backend.UpdateQueueAsync(Definition(memory: "32g"), Token);

        var lease = await Backend.PopAsync("gpu", "a", Lease, Token);
        Assert.Equal(Definition(memory: "32g"), lease!.Queue);
    }

    [Fact]
    public async Task An_update_of_no_queue_fails() =>
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.UpdateQueueAsync(Definition(), Token));

    [Fact]
    public async Task Queues_are_listed_by_name_with_how_many_wait_and_run()
    {
        await Backend.CreateQueueAsync(Definition("b"), Token);
        await Backend.CreateQueueAsync(Definition("a"), Token);
        await Backend.PushAsync("b", Job(), Token);
        await Backend.PushAsync("b", Job(), Token);
        await Backend.PushAsync("b", Job(), Token);
        await Backend.PopAsync("b", "agent", Lease, Token);

        var queues = await Backend.ListQueuesAsync(Token);

        Assert.Equal([("a", 0L, 0L), ("b", 2L, 1L)], queues.Select(queue => (queue.Name, queue.Waiting, queue.Running)));
    }

    [Fact]
    public virtual async Task A_queue_whose_items_have_ended_is_deleted_with_them()
    {
        var lease = await PopOneAsync();
        await Backend.CompleteAsync(lease, RunOutcome.Killed("stopped"), Token);

        await Backend.DeleteQueueAsync("gpu", Token);

        Assert.Null(await Backend.FindQueueAsync("gpu", Token));
        Assert.Null(await Backend.FindItemAsync(lease.Item.Id, Token));
    }

    [Fact]
    public async Task A_queue_with_items_that_wait_or_run_is_not_deleted()
    {
        await PopOneAsync();

        await Assert.ThrowsAsync<RunQueueRefusedException>(() => Backend.DeleteQueueAsync("gpu", Token));

        Assert.NotNull(await Backend.FindQueueAsync("gpu", Token));
    }

    [Fact]
    public async Task What_names_no_queue_says_so()
    {
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.DeleteQueueAsync("none", Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.PushAsync("none", Job(), Token));
        await Assert.ThrowsAsync<RunQueueNotFoundException>(() => Backend.PopAsync("none", "a", Lease, Token));
    }
}
