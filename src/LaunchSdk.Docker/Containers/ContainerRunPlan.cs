using LaunchSdk.Commands;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// What a run asks of the engine: <c>POST /containers/create</c>, and what the client does around it.
/// The request is the one place for what the engine sees too (name, platform, attached streams, automatic removal).
/// </summary>
/// <param name="Request">The create request. A run does not change it.</param>
public sealed record ContainerRunPlan(ContainerRequest Request)
{
    // A century of seconds: the same as without an end.
    private const long LongestStopTimeout = 100L * 365 * 24 * 3600;

    /// <summary>When to pull the image: <c>--pull</c>.</summary>
    public PullPolicy PullPolicy { get; init; } = PullPolicy.Missing;

    /// <summary>Whether the run ends with the container's start: <c>--detach</c>.</summary>
    public bool Detach { get; init; }

    /// <summary>Whether progress of a pull is kept quiet: <c>--quiet</c>.</summary>
    public bool Quiet { get; init; }

    /// <summary>A file that must not exist yet and gets the container's id: <c>--cidfile</c>; null for none.</summary>
    public string? CidFile { get; init; }

    /// <summary>
    /// Whether the caller passes its own signals on to the container: <c>--sig-proxy</c>. The caller does so, with
    /// <see cref="RunningContainer.KillAsync"/>.
    /// </summary>
    public bool SignalProxy { get; init; } = true;

    /// <summary>The keys that detach a terminal: <c>--detach-keys</c>; null for the engine's.</summary>
    public string? DetachKeys { get; init; }

    /// <summary>Whether the container gets the labels by which it is found again (<see cref="LaunchLabels"/>). True unless set.</summary>
    public bool Labelled { get; init; } = true;

    /// <summary>The run's id, the value of the label <see cref="LaunchLabels.Run"/>; null for a new one with each run.</summary>
    public string? RunId { get; init; }

    /// <summary>
    /// Whether secrets are hidden in the output, in logs and in exceptions: <see cref="Secrets"/>, values of the environment and of log
    /// options whose names
    /// look secret, and passwords in addresses. True unless set.
    /// </summary>
    public bool HidesSecrets { get; init; } = true;

    /// <summary>Secrets beyond those that the environment names.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How many of the last lines of output the result keeps: 20 unless set; they are bounded to 16 KiB.</summary>
    public int LastLines { get; init; } = 20;

    /// <summary>How long a lost engine is looked for before a run fails: 5 minutes unless set.</summary>
    public TimeSpan ReconnectTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What becomes of the container when its handle is disposed of: it is left running unless set.</summary>
    public ContainerDisposal Disposal { get; init; } = ContainerDisposal.LeaveRunning;

    /// <summary>
    /// Whether a container whose start was sent and not answered is left as it is, for its maker to find again; else it is removed.
    /// </summary>
    internal bool LeavesUncertain { get; init; }

    /// <summary>The plan of a command: its create request, and the options that the client itself acts on.</summary>
    /// <param name="command">The command.</param>
    /// <param name="request">Its request for the engine (<see cref="CreateRequestTranslator"/>).</param>
    /// <returns>The plan.</returns>
    public static ContainerRunPlan Create(DockerRunCommand command, ContainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(command);
        var options = command.Options;
        return new ContainerRunPlan(request)
        {
            // Docker takes an empty text like never.
            PullPolicy = options.FindText(DockerOptions.Pull) switch
            {
                null or "missing" => PullPolicy.Missing,
                "always" => PullPolicy.Always,
                _ => PullPolicy.Never,
            },
            Detach = options.IsOn(DockerOptions.Detach),
            Quiet = options.IsOn(DockerOptions.Quiet),
            CidFile = options.FindText(DockerOptions.CidFile) is { Length: > 0 } path ? path : null,
            SignalProxy = options.Find(DockerOptions.SigProxy)?.Flag ?? true,
            DetachKeys = options.FindText(DockerOptions.DetachKeys) is { Length: > 0 } keys ? keys : null,
        };
    }

    /// <summary>The container's name: <c>--name</c>; null lets the engine choose.</summary>
    public string? Name => Request.Name;

    /// <summary>The platform of the image: <c>--platform</c>; null for the engine's own.</summary>
    public string? Platform => Request.Platform;

    /// <summary>The image as docker takes it.</summary>
    public string Image => Request.Image;

    /// <summary>Whether the caller's input goes to the container.</summary>
    public bool AttachStdin => Request.AttachStdin && !Detach;

    /// <summary>Whether the container's standard output comes to the caller.</summary>
    public bool AttachStdout => Request.AttachStdout && !Detach;

    /// <summary>Whether the container's standard error comes to the caller.</summary>
    public bool AttachStderr => Request.AttachStderr && !Detach;

    internal AttachStreams Streams => new(AttachStdin, AttachStdout, AttachStderr, Tty, DetachKeys);

    /// <summary>Whether the container has a terminal; its output is then one raw stream: <c>--tty</c>.</summary>
    public bool Tty => Request.Tty;

    /// <summary>Whether the engine removes the container after its end: <c>--rm</c>.</summary>
    public bool AutoRemove => Request.HostConfig.AutoRemove;

    /// <summary>
    /// The time between the stop signal and the kill: <c>--stop-timeout</c>; null for the engine's 10 seconds. Negative waits for ever.
    /// </summary>
    public TimeSpan? StopTimeout =>
        Request.StopTimeout switch
        {
            null => null,
            < 0 or > LongestStopTimeout => TimeSpan.FromSeconds(-1),
            { } seconds => TimeSpan.FromSeconds(seconds),
        };
}
