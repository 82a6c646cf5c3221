using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Submitting;

/// <summary>
/// The submitter's side of a backend: makes queues as C# defines them, puts jobs on them, finds jobs again. Safe to use from many threads.
/// </summary>
/// <param name="backend">Where queues and items are kept; disposed of by whoever made it.</param>
/// <param name="timeProvider">The clock of waits; null for the system's.</param>
public sealed class LaunchQueueClient(IRunQueueBackend backend, TimeProvider? timeProvider = null)
{
    /// <summary>
    /// Where agents of this machine keep their jobs' logs: the place of <see cref="LaunchAgentOptions.LogFolder"/> unless set.
    /// </summary>
    public string LogFolder { get; init; } = new LaunchAgentOptions { Queues = [] }.JobLogFolder;

    /// <summary>
    /// Makes sure that queues exist with these definitions: a missing one is created, a different one is updated, an equal one is left
    /// alone. Others are not touched.
    /// </summary>
    /// <param name="queues">The definitions, such as the project's own <c>LaunchQueues.All</c>; each has a name.</param>
    /// <param name="cancellationToken">Gives up; what was done stays.</param>
    /// <returns>The queues in the order given.</returns>
    /// <exception cref="ArgumentException">A definition has no name.</exception>
    /// <exception cref="RunQueueRefusedException">The backend does not accept a definition.</exception>
    public async Task<IReadOnlyList<EnsuredQueue>> EnsureQueuesAsync(
        IEnumerable<DockerQueue> queues,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(queues);
        var definitions = queues.ToArray();
        if (Array.Find(definitions, static queue => string.IsNullOrEmpty(queue.Name)) is not null)
        {
            throw new ArgumentException(
                "a queue has no name: give it one with DockerQueue.Create, or the key queue in its file",
                nameof(queues)
            );
        }

        var ensured = new List<EnsuredQueue>(definitions.Length);
        foreach (var definition in definitions)
        {
            ensured.Add(await EnsureAsync(definition, cancellationToken).ConfigureAwait(false));
        }

        return ensured;
    }

    /// <summary>Puts a job on a queue, after the queue's template variables were checked.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="job">The launch spec.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The handle of the job.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no queue of that name.</exception>
    /// <exception cref="RunQueueRefusedException">The job's variables or options do not fit the queue; it is on no queue.</exception>
    public async Task<SubmittedJob> SubmitAsync(string queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentNullException.ThrowIfNull(job);
        var found =
            await backend.FindQueueAsync(queue, cancellationToken).ConfigureAwait(false)
            ?? throw new RunQueueNotFoundException($"there is no queue '{queue}' in {backend.Description}: create it first");
        return await SubmitAsync(found, job, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts a job on a queue that was looked up already, after its template variables were checked against that definition.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="job">The launch spec.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The handle of the job.</returns>
    /// <exception cref="RunQueueNotFoundException">The queue is gone.</exception>
    /// <exception cref="RunQueueRefusedException">The job's variables or options do not fit the queue; it is on no queue.</exception>
    public async Task<SubmittedJob> SubmitAsync(RunQueue queue, LaunchJob job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(job);
        if (SubmissionCheck.Find(queue.Definition, job) is { Count: > 0 } problems)
        {
            throw new RunQueueRefusedException(
                $"the job does not fit the queue '{queue.Name}': {problems[0].Message}",
                [.. problems.Select(static problem => problem.Message)]
            );
        }

        return CreateJob(await backend.PushAsync(queue.Name, job, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A job that was submitted earlier, also by another process; null where there is none of that id.</summary>
    /// <param name="itemId">The item's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The handle of the job, or null.</returns>
    public async Task<SubmittedJob?> FindAsync(string itemId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(itemId);
        return await backend.FindItemAsync(itemId, cancellationToken).ConfigureAwait(false) is { } item ? CreateJob(item) : null;
    }

    private SubmittedJob CreateJob(RunQueueItem item) => new(backend, item, LogFolder, timeProvider ?? TimeProvider.System);

    private async Task<EnsuredQueue> EnsureAsync(DockerQueue definition, CancellationToken cancellationToken)
    {
        if (await backend.FindQueueAsync(definition.Name!, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            try
            {
                return new EnsuredQueue(
                    await backend.CreateQueueAsync(definition, cancellationToken).ConfigureAwait(false),
                    QueueChange.Created
                );
            }
            catch (RunQueueRefusedException)
            {
                // Refused for itself, or because another process made it in between: only the second has an answer here.
                found = await backend.FindQueueAsync(definition.Name!, cancellationToken).ConfigureAwait(false);
                if (found is null)
                {
                    throw;
                }
            }
        }

        return Text(found.Definition) == Text(definition)
            ? new EnsuredQueue(found, QueueChange.None)
            : new EnsuredQueue(await backend.UpdateQueueAsync(definition, cancellationToken).ConfigureAwait(false), QueueChange.Updated);
    }

    private static string Text(DockerQueue queue) => queue.ToText(Documents.ConfigFormat.Json);
}
