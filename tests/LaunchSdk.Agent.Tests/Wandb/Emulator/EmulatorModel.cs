namespace LaunchSdk.Agent.Tests.Wandb.Emulator;

/// <summary>A queue; property names are the schema's.</summary>
public sealed class EmulatedQueue
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Access => "PROJECT";

    public string? DefaultResourceConfigID { get; set; }

    public string? PrioritizationMode { get; set; }

    internal List<EmulatedItem> Items { get; } = [];
}

/// <summary>A configuration of a queue.</summary>
public sealed record EmulatedConfig(string Id, string Resource, string Config, IReadOnlyList<EmulatedVariable> TemplateVariables);

/// <summary>A template variable.</summary>
public sealed record EmulatedVariable(string Name, string Schema);

/// <summary>An item.</summary>
public sealed class EmulatedItem
{
    public required string Id { get; init; }

    public string State { get; set; } = "PENDING";

    public string? AssociatedRunId { get; set; }

    public required string RunSpec { get; set; }

    internal int Priority { get; init; }

    internal DateTimeOffset LeasedUntil { get; set; }

    internal string? Message { get; set; }

    internal string? Stage { get; set; }

    internal string? Warning { get; set; }
}

/// <summary>A run.</summary>
public sealed class EmulatedRun
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public bool Stopped { get; set; }

    public string State => "running";
}

/// <summary>An agent.</summary>
public sealed class EmulatedAgent
{
    public required string Id { get; init; }

    public string Name => Id;

    public required string Hostname { get; init; }

    public string? AgentStatus { get; set; }

    public bool StopPolling { get; set; }
}

/// <summary>An artifact: files by path, and what its manifest says of them.</summary>
public sealed class EmulatedArtifact
{
    public required string Id { get; init; }

    public string State => "COMMITTED";

    public required string Manifest { get; set; }

    internal Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);
}
