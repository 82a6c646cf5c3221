using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Building;

/// <summary>One build as an engine is asked for it.</summary>
internal sealed record BuildOrder
{
    /// <summary>What is built, in messages.</summary>
    public required string Source { get; init; }

    /// <summary>Writes the context's tar archive, each time from its beginning.</summary>
    public required Func<Stream, CancellationToken, Task> WriteContextAsync { get; init; }

    /// <summary>The Dockerfile's name in the context.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>The names that the image gets.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The images of the FROM lines.</summary>
    public IReadOnlyList<string> BaseImages { get; init; } = [];

    /// <summary>The platforms, such as <c>linux/arm64</c>; empty for the engine's own. Only BuildKit builds for several.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>What steps may mount as secrets. Only BuildKit has them.</summary>
    public IReadOnlyList<FoundSecret> Secrets { get; init; } = [];

    /// <summary>
    /// Whether the builder pushes the image under its only tag, because the engine cannot keep it; else the engine gets it.
    /// </summary>
    public bool Pushes { get; init; }

    /// <summary>Values of the Dockerfile's ARG lines.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The image's labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether base images are pulled although the engine has them.</summary>
    public bool PullsAlways { get; init; }

    /// <summary>The network of RUN steps: <c>host</c>, <c>none</c>; null for the engine's default.</summary>
    public string? Network { get; init; }

    /// <summary>The target stage; null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Credentials of the registries.</summary>
    public required CredentialStore Credentials { get; init; }

    /// <summary>Gets each message.</summary>
    public required Action<ImageBuildProgress> Report { get; init; }
}
