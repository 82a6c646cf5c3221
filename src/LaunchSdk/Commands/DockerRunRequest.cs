using System.Collections.ObjectModel;

namespace LaunchSdk.Commands;

/// <summary>Everything that a <c>docker run</c> command is made from.</summary>
public sealed record DockerRunRequest
{
    /// <summary>The queue: the operator's options, and the template variables that may be set.</summary>
    public required DockerQueue Queue { get; init; }

    /// <summary>The image to run, as docker takes it; null while it is not built (<see cref="LayeredRun"/>).</summary>
    public string? Image { get; init; }

    /// <summary>The container's command and its arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>A job's options, which replace the queue's key by key; null for none.</summary>
    public DockerQueueConfig? Override { get; init; }

    /// <summary>Further options over the queue's and the job's, each layer over the ones before; none unless set.</summary>
    public IReadOnlyList<OptionLayer> Layers { get; init; } = [];

    /// <summary>Values of template variables (<c>{{name}}</c>).</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Values of macros (<c>${run_id}</c> and the like); <c>image_uri</c> is the image unless given here.</summary>
    public IReadOnlyDictionary<string, string> Macros { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Environment variables that macros may read; the operator's decision, none by default.</summary>
    public IReadOnlyCollection<string> AllowedEnvironment { get; init; } = [];

    /// <summary>Looks up an environment variable of this process for a macro; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
