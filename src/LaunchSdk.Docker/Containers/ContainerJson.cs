using System.Text.Json.Serialization;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Containers;

/// <summary>The engine's answers about containers, as far as they are read here.</summary>
[JsonSerializable(typeof(EngineEvent))]
[JsonSerializable(typeof(WaitAnswer))]
[JsonSerializable(typeof(InspectAnswer))]
[JsonSerializable(typeof(IReadOnlyList<ListAnswer>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ContainerJson : JsonSerializerContext;

/// <summary>A line of <c>GET /events</c>.</summary>
internal sealed record EngineEvent(string? Action, EventActor? Actor, [property: JsonPropertyName("timeNano")] long TimeNano);

/// <summary>What an event is about.</summary>
internal sealed record EventActor([property: JsonPropertyName("ID")] string? Id, IReadOnlyDictionary<string, string>? Attributes);

/// <summary>The answer to <c>POST /containers/{id}/wait</c>.</summary>
/// <param name="StatusCode">The exit code.</param>
internal sealed record WaitAnswer(long? StatusCode) : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole => StatusCode is not null;
}

/// <summary>The answer to <c>GET /containers/{id}/json</c>.</summary>
internal sealed record InspectAnswer(string Id, string? Name, InspectState State, InspectConfig Config, InspectHostConfig HostConfig)
    : IEngineAnswer
{
    [JsonIgnore]
    public bool IsWhole =>
        EngineId.IsContainer(Id)
        && State is { Status.Length: > 0 }
        && HostConfig is not null
        && Config is not null
        && (Config.Env ?? []).All(static variable => variable is not null)
        && (Config.Labels?.Values ?? []).All(static label => label is not null);
}

/// <summary>A container's state; times are ISO 8601 with nanoseconds, the year 1 for never.</summary>
internal sealed record InspectState(
    string? Status,
    bool Running,
    bool Restarting,
    [property: JsonPropertyName("OOMKilled")] bool OutOfMemory,
    long ExitCode,
    string? Error,
    string? StartedAt,
    string? FinishedAt
);

/// <summary>The part of a container that any engine could run.</summary>
internal sealed record InspectConfig(
    string? Image,
    bool Tty,
    bool OpenStdin,
    bool StdinOnce,
    string? StopSignal,
    int? StopTimeout,
    IReadOnlyDictionary<string, string>? Labels,
    IReadOnlyList<string>? Env
);

/// <summary>The part of a container that belongs to its engine.</summary>
internal sealed record InspectHostConfig(bool AutoRemove, InspectLogConfig? LogConfig);

/// <summary>The log driver.</summary>
internal sealed record InspectLogConfig(string? Type, IReadOnlyDictionary<string, string>? Config);

/// <summary>An entry of <c>GET /containers/json</c>.</summary>
internal sealed record ListAnswer(
    string Id,
    IReadOnlyList<string>? Names,
    string? Image,
    string? State,
    string? Status,
    long Created,
    IReadOnlyDictionary<string, string>? Labels
) : IEngineAnswer
{
    // .NET's times end with the year 9999.
    private const long LastSecond = 253_402_300_799;

    [JsonIgnore]
    public bool IsWhole =>
        EngineId.IsContainer(Id) && Created is >= 0 and <= LastSecond && (Labels?.Values ?? []).All(static label => label is not null);
}
