using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Hosting;

/// <summary>How a host runs an agent.</summary>
public sealed class LaunchAgentHostOptions
{
    /// <summary>
    /// The queues, such as the project's own <c>LaunchQueues.All</c>: created or updated in the backend at the start, then served. Each has
    /// a name.
    /// </summary>
    public IReadOnlyList<DockerQueue> Queues { get; set; } = [];

    /// <summary>
    /// Whether <see cref="Queues"/> are created and updated at the start; where not, they must be there. True unless set.
    /// </summary>
    public bool EnsureQueues { get; set; } = true;

    /// <summary>Makes the backend: the embedded queues of this user unless set.</summary>
    public Func<IServiceProvider, IRunQueueBackend> Backend { get; set; } = static _ => new SqliteRunQueueBackend();

    /// <summary>How to reach the engine; null to find it as the docker command does.</summary>
    public DockerEngineOptions? Engine { get; set; }

    /// <summary>
    /// Changes the agent's options, which begin with their defaults and the names of <see cref="Queues"/>: <c>options => options with {
    /// MaxJobs = 4 }</c>.
    /// </summary>
    public Func<LaunchAgentOptions, LaunchAgentOptions> Agent { get; set; } = static options => options;

    /// <summary>What becomes of running jobs when the host stops: they go on, and the next start takes them over, unless set.</summary>
    public HostStop WhenStopped { get; set; } = HostStop.LeaveJobs;
}
