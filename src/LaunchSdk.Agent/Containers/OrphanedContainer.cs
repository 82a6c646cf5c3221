namespace LaunchSdk.Agent.Containers;

/// <summary>A container with the labels of an agent's job.</summary>
/// <param name="Id">The container's id.</param>
/// <param name="State">The engine's word, such as <c>running</c>.</param>
/// <param name="CreatedAt">When it was created, by the engine's clock.</param>
/// <param name="Labels">All labels.</param>
internal sealed record OrphanedContainer(string Id, string State, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Labels)
{
    public string Item => Labels.GetValueOrDefault(AgentLabels.Item) ?? "";

    /// <summary>The token of the lease under which it was made.</summary>
    public string Attempt => Labels.GetValueOrDefault(AgentLabels.Attempt) ?? "";

    /// <summary>Whether it was created and no start of it is over yet.</summary>
    public bool NeverStarted => State == "created";

    public bool HasEnded => State is "exited" or "dead" or "removing";

    public bool IsRemovedByAgent => Labels.GetValueOrDefault(AgentLabels.Remove) == "true";

    public IReadOnlyList<string> Gpus => Labels.GetValueOrDefault(AgentLabels.Gpus) is { Length: > 0 } gpus ? gpus.Split(',') : [];
}
