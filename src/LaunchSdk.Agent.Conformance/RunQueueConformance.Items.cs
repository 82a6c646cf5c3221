using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    [Fact]
    public async Task A_pushed_item_waits()
    {
        await Backend.CreateQueueAsync(Definition(), Token);

        var pushed = await Backend.PushAsync("gpu", Job("one"), Token);
        var found = await Backend.FindItemAsync(pushed.Id, Token);

        Assert.Equal(pushed, found);
        Assert.Equal(
            ("gpu", Job("one"), RunQueueItemState.Queued, JobPriority.Medium, 0),
            (found!.Queue, found.Job, found.State, found.Priority, found.Attempt)
        );
        Assert.Null(found.Outcome);
    }

    [Fact]
    public async Task An_item_that_is_not_there_is_null() => Assert.Null(await Backend.FindItemAsync("none", Token));

    [Fact]
    public async Task A_job_that_cannot_be_run_is_refused()
    {
        await Backend.CreateQueueAsync(Definition(), Token);

        await Assert.ThrowsAsync<RunQueueRefusedException>(() =>
            Backend.PushAsync("gpu", new LaunchJob { Name = "neither job nor image" }, Token)
        );
    }

    [Fact]
    public async Task Items_are_popped_oldest_first()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job("1", JobPriority.Low), Token);
        await Backend.PushAsync("gpu", Job("2", JobPriority.Critical), Token);

        Assert.Equal(["1", "2"], await PopAllAsync());
    }

    [Fact]
    public async Task Items_of_a_queue_with_priorities_are_popped_by_priority_then_age()
    {
        await Backend.CreateQueueAsync(Definition(mode: PrioritizationMode.V0), Token);
        foreach (
            var (name, priority) in new (string, JobPriority?)[]
            {
                ("low", JobPriority.Low),
                ("none", null),
                ("medium", JobPriority.Medium),
                ("high", JobPriority.High),
                ("critical", JobPriority.Critical),
                ("high 2", JobPriority.High),
            }
        )
        {
            await Backend.PushAsync("gpu", Job(name, priority), Token);
        }

        Assert.Equal(["critical", "high", "high 2", "none", "medium", "low"], await PopAllAsync());
    }

    [Fact]
    public virtual async Task Items_that_wait_follow_the_queue_when_it_gets_priorities_and_loses_them()
    {
        await Backend.CreateQueueAsync(Definition(), Token);
        await Backend.PushAsync("gpu", Job("1", JobPriority.Low), Token);
        await Backend.PushAsync("gpu", Job("2"), Token);
        await Backend.PushAsync("gpu", Job("3", JobPriority.High), Token);

        await Backend.UpdateQueueAsync(Definition(mode: PrioritizationMode.V0), Token);
        var first = await Backend.PopAsync("gpu", "a", Lease, Token);
        await Backend.UpdateQueueAsync(Definition(), Token);

        Assert.Equal("3", first!.Item.Job.Name);
        Assert.Equal(["1", "2"], await PopAllAsync());
    }

    [Fact]
    public async Task An_empty_queue_pops_nothing()
    {
        await Backend.CreateQueueAsync(Definition(), Token);

        Assert.Null(await Backend.PopAsync("gpu", "a", Lease, Token));
    }

    [Fact]
    public async Task Queues_do_not_take_from_each_other()
    {
        await Backend.CreateQueueAsync(Definition("a"), Token);
        await Backend.CreateQueueAsync(Definition("b"), Token);
        await Backend.PushAsync("a", Job(), Token);

        Assert.Null(await Backend.PopAsync("b", "agent", Lease, Token));
    }

    [Fact]
    public async Task An_item_tells_how_it_went()
    {
        var lease = await PopOneAsync();
        await Backend.NoteAsync(lease, "waits for a GPU", Token);
        var pending = await ItemAsync(lease);
        await Backend.AcknowledgeAsync(lease, "run-1", Token);
        var running = await ItemAsync(lease);
        var outcome = RunOutcome.Failed(RunStage.Run, "ended with exit code 137 (SIGKILL): its memory limit was reached") with
        {
            ExitCode = 137,
            LogTail = ["epoch 1", "", "größer"],
        };
        await Backend.CompleteAsync(lease, outcome, Token);
        var ended = await ItemAsync(lease);

        Assert.Equal((RunQueueItemState.Pending, 1, "a", "waits for a GPU"), (pending.State, pending.Attempt, pending.Agent, pending.Note));
        Assert.Equal((RunQueueItemState.Running, "run-1"), (running.State, running.RunId));
        Assert.NotNull(running.StartedAt);
        Assert.Equal((RunQueueItemState.Failed, outcome), (ended.State, ended.Outcome!));
        Assert.NotNull(ended.EndedAt);
    }

    [Fact]
    public async Task Items_are_listed_newest_first_within_the_filter()
    {
        await Backend.CreateQueueAsync(Definition("a"), Token);
        await Backend.CreateQueueAsync(Definition("b"), Token);
        foreach (var (queue, name) in new[] { ("a", "1"), ("b", "2"), ("a", "3"), ("a", "4") })
        {
            await Backend.PushAsync(queue, Job(name), Token);
        }

        await Backend.PopAsync("a", "agent", Lease, Token);

        Assert.Equal(["4", "3", "2", "1"], await NamesAsync(new RunQueueItemFilter()));
        Assert.Equal(["4", "3"], await NamesAsync(new RunQueueItemFilter { Limit = 2 }));
        Assert.Equal(["4", "3", "1"], await NamesAsync(new RunQueueItemFilter { Queue = "a" }));
        Assert.Equal(["4", "3", "2"], await NamesAsync(new RunQueueItemFilter { States = [RunQueueItemState.Queued] }));
        Assert.Equal(
            ["1"],
            await NamesAsync(new RunQueueItemFilter { Queue = "a", States = [RunQueueItemState.Pending, RunQueueItemState.Running] })
        );
    }

    private async Task<List<string>> NamesAsync(RunQueueItemFilter filter) =>
        [.. (await Backend.ListItemsAsync(filter, Token)).Select(item => item.Job.Name!)];

    protected async Task<List<string>> PopAllAsync()
    {
        List<string> names = [];
        while (await Backend.PopAsync("gpu", "a", Lease, Token) is { } lease)
        {
            names.Add(lease.Item.Job.Name!);
        }

        return names;
    }
}
