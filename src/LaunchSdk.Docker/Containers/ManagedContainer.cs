namespace LaunchSdk.Docker.Containers;

/// <summary>A container with LaunchSdk's labels, as the engine knows it now.</summary>
/// <param name="Id">The container's id, 64 hexadecimal digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Image">Its image, as the engine shows it.</param>
/// <param name="State">The engine's word: <c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>removing</c>, <c>exited</c>
/// or <c>dead</c>.</param>
/// <param name="Status">The engine's words: <c>Exited (3) 2 minutes ago</c>.</param>
/// <param name="CreatedAt">When it was created, by the engine's clock.</param>
/// <param name="RunId">The run's id.</param>
/// <param name="Owner">The process that made it; null where the label cannot be read.</param>
/// <param name="Labels">All labels.</param>
public sealed record ManagedContainer(
    string Id,
    string Name,
    string Image,
    string State,
    string Status,
    DateTimeOffset CreatedAt,
    string RunId,
    ContainerOwner? Owner,
    IReadOnlyDictionary<string, string> Labels
)
{
    /// <summary>Whether a process of it runs, or will again.</summary>
    public bool IsRunning => State is "running" or "paused" or "restarting";

    /// <summary>Reads an entry of the engine's list; null for a container of somebody else's.</summary>
    internal static ManagedContainer? From(ListAnswer answer) =>
        answer.Labels is { } labels && labels.GetValueOrDefault(LaunchLabels.Managed) == "true"
            ? new ManagedContainer(
                answer.Id,
                answer.Names is [{ } name, ..] ? name.TrimStart('/') : "",
                answer.Image ?? "",
                answer.State ?? "",
                answer.Status ?? "",
                DateTimeOffset.FromUnixTimeSeconds(answer.Created),
                labels.GetValueOrDefault(LaunchLabels.Run) ?? "",
                ContainerOwner.Parse(labels.GetValueOrDefault(LaunchLabels.Owner)),
                labels
            )
            : null;
}
