using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Running;
using LaunchSdk.Agent.Status;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent;

/// <summary>
/// Takes jobs from queues and runs their containers, until it is told to end. Whatever happens to it, a job is finished once or given back:
/// what an agent has left, the next one of its name takes over (docs/reliability.md). Run once; for another run make another.
/// </summary>
public sealed class LaunchAgent
{
    private readonly AgentRun _run;

    /// <summary>Makes an agent; nothing happens yet.</summary>
    /// <param name="options">How it works.</param>
    /// <param name="backend">Where the queues are. Not disposed of.</param>
    /// <param name="docker">The engine. Not disposed of.</param>
    /// <param name="logger">Gets its messages; null for none.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">
    /// <see cref="LaunchAgentOptions.MaxJobs"/> is 0, or below and not <see cref="LaunchAgentOptions.NoLimit"/>.
    /// </exception>
    public LaunchAgent(
        LaunchAgentOptions options,
        IRunQueueLeases backend,
        LaunchDocker docker,
        ILogger<LaunchAgent>? logger = null,
        TimeProvider? timeProvider = null
    )
        : this(AgentComposition.Create(options, backend, docker, PrintableLogger.Over(logger), timeProvider ?? TimeProvider.System)) { }

    internal LaunchAgent(AgentServices services) => _run = new AgentRun(services);

    /// <summary>What it does at this moment.</summary>
    public AgentStatus Status => _run.Board.Read();

    /// <summary>
    /// Works until <see cref="DrainAsync"/>, <see cref="CancelAsync"/> or the token ends it, or with <see cref="LaunchAgentOptions.Once"/>
    /// when nothing is left to do.
    /// </summary>
    /// <param name="cancellationToken">
    /// Lets go: the agent returns soon, the containers of its jobs go on, and the next agent of its name takes them over.
    /// </param>
    /// <exception cref="AgentNameInUseException">Another agent of that name runs on this machine.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default) => _run.RunAsync(cancellationToken);

    /// <summary>Takes no more jobs; completes when those that it has are over. Said before the start, it ends at once.</summary>
    public Task DrainAsync() => _run.DrainAsync();

    /// <summary>
    /// Takes no more jobs and stops those that it has: stop signal, after <see cref="LaunchAgentOptions.StoppedRunTimeout"/> a kill,
    /// verified and reported. A job without a container yet is given back. Takes at most that time and a minute where the engine and the
    /// backend answer; where they do not, the rest is left to the next agent of its name.
    /// </summary>
    public Task CancelAsync() => _run.CancelAsync();

    /// <summary>
    /// The changes of its status from now on. A reader that falls 1,000 changes behind misses the oldest; <see cref="Status"/> is always
    /// whole.
    /// </summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The changes, until the agent has ended.</returns>
    public IAsyncEnumerable<AgentChange> ChangesAsync(CancellationToken cancellationToken = default) =>
        _run.Board.ReadChangesAsync(cancellationToken);
}
