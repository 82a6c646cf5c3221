using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>How a container that was found again is followed.</summary>
public sealed record AdoptOptions
{
    /// <summary>
    /// Takes the output from its beginning, as the engine's logs have it; null to read it through <see cref="RunningContainer.Output"/>.
    /// </summary>
    public IContainerOutput? Output { get; init; }

    /// <summary>
    /// Goes to the container's standard input, where that is open (docker's option <c>interactive</c>); null for none. Not closed.
    /// </summary>
    public Stream? Input { get; init; }

    /// <summary>Secrets to hide, beyond those that the container's environment names.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How many of the last lines the result keeps: 20 unless set.</summary>
    public int LastLines { get; init; } = 20;

    /// <summary>What becomes of the container when its handle is disposed of: it is left running unless set.</summary>
    public ContainerDisposal Disposal { get; init; } = ContainerDisposal.LeaveRunning;

    /// <summary>How long a lost engine is looked for: 5 minutes unless set.</summary>
    public TimeSpan ReconnectTime { get; init; } = TimeSpan.FromMinutes(5);
}
