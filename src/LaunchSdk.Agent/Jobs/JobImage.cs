using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Agent.Jobs;

/// <summary>An image that the engine has.</summary>
/// <param name="Reference">The image as docker takes it.</param>
internal sealed record JobImage(string Reference)
{
    /// <summary>The image that was made of the job's source; null where the job names its image.</summary>
    public BuiltImage? Built { get; init; }

    /// <summary>The program and its first arguments where the job overrides none; empty for the image's own.</summary>
    public IReadOnlyList<string> EntryPoint { get; init; } = [];

    /// <summary>A folder of this machine that goes with the job; null for none.</summary>
    public TemporaryFolder? Scratch { get; init; }

    /// <summary>Whether the code is mounted, and its entry point stands before the arguments.</summary>
    public bool HasMountedCode => Built?.CodeFolder is not null;

    /// <summary>The command of a run of this image, with its code where that is mounted.</summary>
    public ConfigResult<DockerRunCommand> ApplyTo(LayeredRun run) =>
        HasMountedCode ? DockerRunCommand.Create(Built!.ApplyTo(run.Request)) : run.On(Reference);
}
