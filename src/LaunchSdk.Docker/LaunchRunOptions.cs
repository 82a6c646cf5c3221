using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Requests;

namespace LaunchSdk.Docker;

/// <summary>What a program wants of one run, beyond what its command says.</summary>
public sealed record LaunchRunOptions
{
    /// <summary>Takes the output as it comes; null to read it through the handle, or for nothing.</summary>
    public IContainerOutput? Output { get; init; }

    /// <summary>
    /// The container's input, where the command has the option <c>interactive</c>; read to its end, not closed. Null is an input that has
    /// ended.
    /// </summary>
    public Stream? Input { get; init; }

    /// <summary>Gets the messages of a pull; null for none.</summary>
    public IProgress<ImagePullProgress>? PullProgress { get; init; }

    /// <summary>
    /// What a run waits for: the removal unless set, which without <c>rm</c> is the exit. <see cref="ContainerEnd.Exited"/> returns with
    /// the exit code, before the engine has cleaned up.
    /// </summary>
    public ContainerEnd Until { get; init; } = ContainerEnd.Removed;

    /// <summary>What becomes of a started container when its handle is disposed of: it is left running unless set.</summary>
    public ContainerDisposal Disposal { get; init; } = ContainerDisposal.LeaveRunning;

    /// <summary>The run's id, by which its container is found again; null for a new one.</summary>
    public string? RunId { get; init; }

    /// <summary>Texts to hide in output, logs and exceptions, beyond the values of the environment whose names look secret.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How many of the last lines of output the result keeps: 20 unless set; they are bounded to 16 KiB.</summary>
    public int LastLines { get; init; } = 20;

    /// <summary>How long a lost engine is looked for before the run fails: 5 minutes unless set.</summary>
    public TimeSpan ReconnectTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What the command's relative paths and passed-on variables are taken from; null for this process.</summary>
    public ClientContext? Client { get; init; }

    /// <summary>Whether the image was pulled or built already: the option <c>pull: always</c> then pulls it no more.</summary>
    internal bool HasImage { get; init; }

    /// <summary>
    /// Whether a container whose start was sent and not answered is left as it is, for its maker to find again; else it is removed.
    /// </summary>
    internal bool LeavesUncertain { get; init; }

    /// <summary>Changes the create request; applied last, and nothing checks it.</summary>
    public Action<ContainerRequest>? Customize { get; init; }
}
