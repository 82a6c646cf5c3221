using LaunchSdk.Agent.Hooks;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Docker.Building;

namespace LaunchSdk.Agent;

/// <summary>
/// How an agent works. Immutable; <see cref="Settings.AgentSettings"/> makes it from a command line, the environment and a
/// launch-config.yaml.
/// </summary>
public sealed record LaunchAgentOptions
{
    /// <summary>No limit of <see cref="MaxJobs"/>.</summary>
    public const int NoLimit = -1;

    private const long SmallestLog = 64 * 1024;

    /// <summary>
    /// The agent's name, by which it finds its jobs and containers again after a restart; null for the machine's name and its id, which the
    /// <see cref="StateFolder"/> keeps. One agent of a name on a machine, and of a name on a backend: a second one is refused.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The names of the queues that it takes jobs from, in turn; at least one.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>How many jobs it has at a time: 1 unless set, as W&amp;B's; <see cref="NoLimit"/> for any number.</summary>
    public int MaxJobs { get; init; } = 1;

    /// <summary>The time between the stop signal and the kill of a job that shall stop: 60 s unless set.</summary>
    public TimeSpan StoppedRunTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a job may take from its acknowledgement to its container's start, image included and waiting for GPUs left out: 30 minutes
    /// unless set.
    /// </summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long the engine may take to create and start a job's container, once its image is there: 2 minutes unless set. The job fails
    /// then, so that a start that hangs holds its slot no longer.
    /// </summary>
    public TimeSpan ContainerStartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether jobs that override the entry point are refused. False unless set.</summary>
    public bool SecureMode { get; init; }

    /// <summary>What a job's <c>resource_args</c> may set: W&amp;B's 22 options unless set.</summary>
    public OverridePolicy OverridePolicy { get; init; } = OverridePolicy.Wandb;

    /// <summary>
    /// The options whose limits in a queue a job may lift, by any of their names, or <c>all</c>; none unless set. A job may set every other
    /// limit that the policy lets it set as low as it likes, and never beyond its queue's (docs/agent-policy.md).
    /// </summary>
    public IReadOnlyCollection<string> LiftableLimits { get; init; } = [];

    /// <summary>Variables of the agent's environment that macros (<c>${NAME}</c>) may read; none unless set.</summary>
    public IReadOnlyCollection<string> AllowedEnvironment { get; init; } = [];

    /// <summary>
    /// The W&amp;B that jobs report to: its address and key go into their containers. Null where the queues are none of W&amp;B's; jobs
    /// then work offline.
    /// </summary>
    public WandbOptions? Wandb { get; init; }

    /// <summary>
    /// Variables that every job's container gets, beside its queue's; their values are hidden in output where <see cref="Secrets"/> names
    /// them or their names look secret.
    /// </summary>
    public IReadOnlyDictionary<string, string> JobEnvironment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Texts to hide in logs and outcomes, beyond the values of variables whose names look secret.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The GPUs that jobs share, by index or UUID; null to ask <c>nvidia-smi</c> once, empty for none.</summary>
    public IReadOnlyList<string>? GpuDevices { get; init; }

    /// <summary>
    /// The launch-config.yaml: what builds images, and where they are pushed (<c>builder</c>). Null builds with the engine and pushes
    /// nothing.
    /// </summary>
    public LaunchAgentConfig? Config { get; init; }

    /// <summary>
    /// The folders of this machine that jobs may be built from, with what is below them. Unless set any, where the queues are in this
    /// user's own SQLite file, and none elsewhere: who names a folder reads what the agent can read.
    /// </summary>
    public IReadOnlyList<string>? SourceFolders { get; init; }

    /// <summary>
    /// Secrets of every build of this agent, with BuildKit only; none unless set. Whoever submits a job with a Dockerfile can read them:
    /// give what all of them may know. A job itself names no secret, and no file or variable of this machine.
    /// </summary>
    public IReadOnlyList<BuildSecret> BuildSecrets { get; init; } = [];

    /// <summary>Runs before each job's container is created; null for nothing.</summary>
    public JobHook? PreJobHook { get; init; }

    /// <summary>Runs after each job's container has ended; null for nothing.</summary>
    public JobHook? PostJobHook { get; init; }

    /// <summary>
    /// The folder of the agent's lock and, unless <see cref="LogFolder"/> is set, of the jobs' logs: <c>launchsdk</c> in the user's folder
    /// for local data unless set.
    /// </summary>
    public string StateFolder { get; init; } = DataFolder.Path;

    /// <summary>The folder of one log file for each job; null for <c>logs</c> in the <see cref="StateFolder"/>.</summary>
    public string? LogFolder { get; init; }

    /// <summary>Whether a number can be <see cref="MaxJobs"/>.</summary>
    internal static bool IsJobLimit(int jobs) => jobs is NoLimit or > 0;

    /// <summary>Whether a number of bytes can be <see cref="JobLogSize"/>.</summary>
    internal static bool IsLogSize(long bytes) => bytes is 0 or >= SmallestLog;

    /// <summary>The folder of the jobs' logs.</summary>
    internal string JobLogFolder => LogFolder ?? Path.Combine(StateFolder, "logs");

    /// <summary>
    /// How many bytes of disk the log of one job may take: 64 MiB unless set, 0 for no limit, else 64 KiB at least. Of a job that writes
    /// more, the first half and the last bytes are kept, and the log says how many are left out between them.
    /// </summary>
    public long JobLogSize { get; init; } = 64L * 1024 * 1024;

    /// <summary>How long the log of a job stays after its last byte: 30 days unless set, <see cref="TimeSpan.Zero"/> for good.</summary>
    public TimeSpan JobLogRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long an ended job stays on its queue, where the agent's backend keeps it itself: 90 days unless set, <see cref="TimeSpan.Zero"/>
    /// for good. The shortest time of all agents counts.
    /// </summary>
    public TimeSpan EndedJobRetention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many of a job's last lines go into its outcome: 50 unless set, and 16 KiB at most.</summary>
    public int LastLines { get; init; } = 50;

    /// <summary>Whether the agent ends when nothing waits in its queues and its last job has ended. False unless set.</summary>
    public bool Once { get; init; }

    /// <summary>How long a job is the agent's unless it says that it lives: 1 minute unless set. It says so three times as often.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The port of 127.0.0.1 that <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c> are served on, 0 for any free one; null for none.
    /// </summary>
    public int? HealthPort { get; init; }
}
