using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LaunchSdk.Agent.Status;

/// <summary>The one place of an agent's status: its parts write what they do, and readers are told.</summary>
internal sealed class StatusBoard(AgentStatus first, TimeProvider time)
{
    private const int Backlog = 1000;
    private const int EndedKept = 20;

    private readonly Lock _lock = new();
    private readonly List<Channel<AgentChange>> _readers = [];
    private AgentStatus _status = first;
    private bool _over;

    public AgentStatus Read()
    {
        lock (_lock)
        {
            return _status with { At = time.GetUtcNow() };
        }
    }

    /// <summary>Changes the status without a word.</summary>
    public void Set(Func<AgentStatus, AgentStatus> change)
    {
        lock (_lock)
        {
            _status = change(_status);
        }
    }

    public void SetPhase(AgentPhase phase, string message)
    {
        lock (_lock)
        {
            _status = _status with { Phase = phase };
            Tell(new AgentChange(AgentChangeKind.Phase, time.GetUtcNow(), message));
        }
    }

    public void TellProblem(string message, Func<AgentStatus, AgentStatus> change)
    {
        lock (_lock)
        {
            _status = change(_status);
            Tell(new AgentChange(AgentChangeKind.Problem, time.GetUtcNow(), message));
        }
    }

    /// <summary>Adds a job or changes it.</summary>
    public void SetJob(AgentChangeKind kind, string message, AgentJobStatus job)
    {
        lock (_lock)
        {
            var others = _status.Jobs.Where(other => other.ItemId != job.ItemId);
            _status = kind is AgentChangeKind.JobEnded or AgentChangeKind.JobGone
                ? _status with
                {
                    Jobs = [.. others],
                    Ended = kind == AgentChangeKind.JobEnded ? [job, .. _status.Ended.Take(EndedKept - 1)] : _status.Ended,
                    EndedCount = _status.EndedCount + (kind == AgentChangeKind.JobEnded ? 1 : 0),
                }
                : _status with
                {
                    Jobs = [.. others.Append(job).OrderBy(static other => other.TakenAt)],
                };
            Tell(new AgentChange(kind, time.GetUtcNow(), message, job));
        }
    }

    /// <summary>Ends the readers' streams.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _over = true;
            foreach (var reader in _readers)
            {
                reader.Writer.TryComplete();
            }
        }
    }

    // The subscription is made by the call, not by the first step of the loop: nothing in between is missed.
    public IAsyncEnumerable<AgentChange> ReadChangesAsync(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<AgentChange>(
            new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
        );
        lock (_lock)
        {
            if (_over)
            {
                channel.Writer.TryComplete();
            }

            _readers.Add(channel);
        }

        return FollowAsync(channel, cancellationToken);
    }

    private async IAsyncEnumerable<AgentChange> FollowAsync(
        Channel<AgentChange> channel,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_lock)
            {
                _readers.Remove(channel);
            }
        }
    }

    private void Tell(AgentChange change)
    {
        foreach (var reader in _readers)
        {
            reader.Writer.TryWrite(change);
        }
    }
}
