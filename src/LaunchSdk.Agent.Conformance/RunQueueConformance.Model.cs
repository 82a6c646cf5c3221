using FsCheck;
using FsCheck.Fluent;
using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

public abstract partial class RunQueueConformance
{
    /// <summary>How many random sequences are compared with the model.</summary>
    protected virtual int ModelRuns => 60;

    /// <summary>What the backend does in another way than the model, and tests of its own show; nothing unless overridden.</summary>
    protected virtual IReadOnlyCollection<QueueAction> UnlikeTheModel => [];

    [Fact]
    public void Any_sequence_of_calls_does_what_the_model_does()
    {
        (int Weight, QueueAction Action)[] actions =
        [
            (4, QueueAction.Push),
            (5, QueueAction.Pop),
            (3, QueueAction.Acknowledge),
            (3, QueueAction.Complete),
            (2, QueueAction.GiveBack),
            (2, QueueAction.Renew),
            (2, QueueAction.Stop),
            (2, QueueAction.LeasesRunOut),
            (1, QueueAction.Requeue),
            (1, QueueAction.RequeueByForce),
            (1, QueueAction.Kill),
        ];
        var action = Gen.Frequency(
            actions.Where(pair => !UnlikeTheModel.Contains(pair.Action)).Select(pair => (pair.Weight, Gen.Constant(pair.Action)))
        );
        var step = from what in action from number in Gen.Choose(0, 1000) select new QueueStep(what, number);
        var steps = Gen.NonEmptyListOf(step).Select(list => list.ToArray()).Resize(40);
        var run = 0;

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(ModelRuns).WithQuietOnSuccess(true),
            Prop.ForAll(steps.ToArbitrary(), sequence => FollowAsync($"queue-{run++}", sequence).GetAwaiter().GetResult())
        );
    }

    private async Task FollowAsync(string queue, QueueStep[] steps)
    {
        var model = new QueueModel();
        List<(int Place, RunQueueLease Lease)> leases = [];
        await Backend.CreateQueueAsync(Definition(queue, PrioritizationMode.V0), Token);
        foreach (var step in steps)
        {
            switch (step.Action)
            {
                case QueueAction.Push:
                    var priority = (JobPriority)(step.Number % 4);
                    model.Push((await Backend.PushAsync(queue, Job(priority: priority), Token)).Id, priority);
                    break;
                case QueueAction.Pop:
                    var next = model.Next();
                    var lease = await Backend.PopAsync(queue, "a", Lease, Token);
                    Assert.Equal(next is { } place ? model.Entries[place].Id : null, lease?.Item.Id);
                    if (lease is not null)
                    {
                        model.Pop(next!.Value, lease.Token);
                        leases.Add((next.Value, lease));
                    }

                    break;
                case QueueAction.Stop when model.Entries.Count > 0:
                    model.Stop(step.Number % model.Entries.Count);
                    await Backend.RequestStopAsync(model.Entries[step.Number % model.Entries.Count].Id, Token);
                    break;
                case QueueAction.Requeue or QueueAction.RequeueByForce when model.Entries.Count > 0:
                    var (taken, byForce) = (step.Number % model.Entries.Count, step.Action == QueueAction.RequeueByForce);
                    var takeover = byForce ? RunQueueTakeover.FromAnyAgent : RunQueueTakeover.FromSilentAgent;
                    Assert.Equal(
                        model.Requeue(taken, byForce),
                        await WorksAsync(Backend.RequeueAsync(model.Entries[taken].Id, takeover, Token))
                    );
                    break;
                case QueueAction.Kill when model.Entries.Count > 0:
                    model.Kill(step.Number % model.Entries.Count);
                    await Backend.KillAsync(model.Entries[step.Number % model.Entries.Count].Id, Token);
                    break;
                case QueueAction.LeasesRunOut:
                    model.LeasesRunOut();
                    await LeasesRunOutAsync();
                    break;
                default:
                    if (leases.Count > 0)
                    {
                        var (of, held) = leases[step.Number % leases.Count];
                        await UseAsync(model, step.Action, of, held);
                    }

                    break;
            }

            await CompareAsync(model, queue);
        }
    }

    private async Task UseAsync(QueueModel model, QueueAction action, int place, RunQueueLease lease)
    {
        switch (action)
        {
            case QueueAction.Acknowledge:
                Assert.Equal(model.Acknowledge(place, lease.Token), await WorksAsync(Backend.AcknowledgeAsync(lease, "run", Token)));
                break;
            case QueueAction.Complete:
                Assert.Equal(
                    model.Complete(place, lease.Token),
                    await WorksAsync(Backend.CompleteAsync(lease, RunOutcome.Finished("done"), Token))
                );
                break;
            case QueueAction.GiveBack:
                Assert.Equal(model.GiveBack(place, lease.Token), await WorksAsync(Backend.GiveBackAsync(lease, Token)));
                break;
            case QueueAction.Renew:
                Assert.Equal(model.Renew(place, lease.Token), (await Backend.RenewAsync([lease], Lease, Token))[lease.Item.Id]);
                break;
        }
    }

    private async Task CompareAsync(QueueModel model, string queue)
    {
        var items = await Backend.ListItemsAsync(new RunQueueItemFilter { Queue = queue, Limit = 1000 }, Token);
        Assert.Equal(
            model.Entries.Select(entry =>
                (entry.Id, entry.State, entry.Attempt, entry.IsSilent && entry.State == RunQueueItemState.Running, entry.IsStopWanted)
            ),
            items.Reverse().Select(item => (item.Id, item.State, item.Attempt, item.AgentIsSilent, item.StopRequested))
        );
    }

    private static async Task<bool> WorksAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (Exception refusal) when (refusal is RunQueueLeaseLostException or RunQueueRefusedException)
        {
            return false;
        }
    }
}
