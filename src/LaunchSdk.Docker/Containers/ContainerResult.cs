namespace LaunchSdk.Docker.Containers;

/// <summary>How a run ended.</summary>
/// <param name="Id">The container's id, 64 hexadecimal digits.</param>
/// <param name="ExitCode">The exit code of the container's first process; null when the run was detached and the container goes on.</param>
/// <param name="StartedAt">When the engine had started the container, by the client's clock.</param>
/// <param name="FinishedAt">When the engine told of the end (with automatic removal: of the removal) and all output had come, by the client's clock; null when detached.</param>
/// <param name="Warnings">What the engine warned of when it created the container.</param>
public sealed record ContainerResult(string Id, int? ExitCode, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<string> Warnings);
