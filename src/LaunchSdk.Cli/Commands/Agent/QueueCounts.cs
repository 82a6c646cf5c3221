using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>
/// How many jobs wait in each queue, asked for at most once in a while. The view does not wait for a backend that does not answer: it keeps
/// the last numbers.
/// </summary>
/// <param name="backend">Is asked.</param>
/// <param name="age">How old the numbers may be.</param>
internal sealed class QueueCounts(IRunQueueReader backend, TimeSpan age)
{
    private IReadOnlyList<RunQueue> _last = [];
    private Task<IReadOnlyList<RunQueue>>? _asked;
    private long _askedAt;

    /// <summary>The queues as they were when last heard of.</summary>
    public async Task<IReadOnlyList<RunQueue>> ReadAsync()
    {
        if (_asked is { IsCompleted: true } answer)
        {
            _last = answer.IsCompletedSuccessfully ? await answer.ConfigureAwait(false) : _last;
            _ = answer.Exception;
            _asked = TimeProvider.System.GetElapsedTime(_askedAt) >= age ? null : _asked;
        }

        if (_asked is null)
        {
            _askedAt = TimeProvider.System.GetTimestamp();
            _asked = backend.ListQueuesAsync();
        }

        return _last;
    }
}
