using System.Text.Json;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>A project with what a query asked of it.</summary>
internal sealed record ProjectNode
{
    public RunQueueNode? RunQueue { get; init; }

    public IReadOnlyList<RunQueueNode>? RunQueues { get; init; }

    public RunNode? Run { get; init; }

    public MembershipNode? ArtifactCollectionMembership { get; init; }
}

/// <summary>A queue.</summary>
internal sealed record RunQueueNode
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? DefaultResourceConfigID { get; init; }

    public string? PrioritizationMode { get; init; }

    public Connection<ItemNode>? RunQueueItems { get; init; }

    public ItemNode? RunQueueItem { get; init; }
}

/// <summary>An item of a queue.</summary>
internal sealed record ItemNode(string? Id, string? State, string? AssociatedRunId);

/// <summary>A run.</summary>
internal sealed record RunNode(string? Id, bool? Stopped);

/// <summary>An entity with what a query asked of it.</summary>
internal sealed record EntityNode(ResourceConfigNode? DefaultResourceConfig);

/// <summary>A queue's configuration; JSON as text or as an object.</summary>
internal sealed record ResourceConfigNode
{
    public JsonElement Config { get; init; }

    public IReadOnlyList<VariableNode>? TemplateVariables { get; init; }
}

/// <summary>A template variable; its schema is JSON as text or as an object.</summary>
internal sealed record VariableNode(string? Name, JsonElement Schema);

/// <summary>A page of a list.</summary>
internal sealed record Connection<T>(IReadOnlyList<Edge<T>>? Edges, PageInfo? PageInfo)
    where T : class
{
    /// <summary>The nodes that are there.</summary>
    public IEnumerable<T> Nodes => (Edges ?? []).Where(edge => edge?.Node is not null).Select(edge => edge.Node!);
}

/// <summary>A place in a list.</summary>
internal sealed record Edge<T>(T? Node)
    where T : class;

/// <summary>Whether another page follows.</summary>
internal sealed record PageInfo(bool? HasNextPage, string? EndCursor);

/// <summary>An artifact under a name and a version or alias.</summary>
internal sealed record MembershipNode(ArtifactNode? Artifact);

/// <summary>An artifact.</summary>
internal sealed record ArtifactNode
{
    public string? Id { get; init; }

    public string? State { get; init; }

    public ManifestNode? CurrentManifest { get; init; }

    public Connection<FileNode>? Files { get; init; }
}

/// <summary>Where a manifest is.</summary>
internal sealed record ManifestNode(FileNode? File);

/// <summary>A file and where it is downloaded.</summary>
internal sealed record FileNode(string? Name, string? DirectUrl);
