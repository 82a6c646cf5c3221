using LaunchSdk.Commands;

namespace LaunchSdk.Agent.Containers;

/// <summary>What a job's container is made from.</summary>
/// <param name="Command">The merged command.</param>
/// <param name="Labels">The agent's labels.</param>
/// <param name="LogFile">Where its output goes.</param>
internal sealed record JobStart(DockerRunCommand Command, IReadOnlyDictionary<string, string> Labels, string LogFile)
{
    /// <summary>Variables beside those of the command, which win.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Replaces the image's entry point and that of the options; null to leave them.</summary>
    public IReadOnlyList<string>? EntryPoint { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>The devices that were leased; null to ask the engine as the options say.</summary>
    public IReadOnlyList<string>? Gpus { get; init; }

    public int LastLines { get; init; }
}
