using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LaunchSdk.Docker.Requests;

/// <summary>
/// The request that creates a container, <c>POST /containers/create</c>: the query's parameters, and the body as the Engine API has it. A
/// member that is null is not sent.
/// </summary>
public sealed partial class ContainerRequest
{
    /// <summary>The container's name, in the query: <c>--name</c>. Null lets the engine choose.</summary>
    [JsonIgnore]
    public string? Name { get; set; }

    /// <summary>The platform of the image, in the query: <c>--platform</c>. Null for the engine's own.</summary>
    [JsonIgnore]
    public string? Platform { get; set; }

    /// <summary>The container's host name: <c>--hostname</c>. Empty for the engine's choice.</summary>
    public string Hostname { get; set; } = "";

    /// <summary>The container's NIS domain name: <c>--domainname</c>.</summary>
    public string Domainname { get; set; } = "";

    /// <summary>User and group of the process: <c>--user</c>. Empty for the image's.</summary>
    public string User { get; set; } = "";

    /// <summary>Whether a client attaches to standard input: <c>--attach</c>, <c>--interactive</c>.</summary>
    public bool AttachStdin { get; set; }

    /// <summary>Whether a client attaches to standard output: <c>--attach</c>.</summary>
    public bool AttachStdout { get; set; }

    /// <summary>Whether a client attaches to standard error: <c>--attach</c>.</summary>
    public bool AttachStderr { get; set; }

    /// <summary>Ports such as <c>80/tcp</c> that the container offers: <c>--expose</c>, <c>--publish</c>.</summary>
    [JsonConverter(typeof(NameSetConverter))]
    public ISet<string>? ExposedPorts { get; set; }

    /// <summary>Whether the process has a terminal: <c>--tty</c>.</summary>
    public bool Tty { get; set; }

    /// <summary>Whether standard input is open: <c>--interactive</c>.</summary>
    public bool OpenStdin { get; set; }

    /// <summary>Whether standard input is closed after the first client that attaches has left.</summary>
    public bool StdinOnce { get; set; }

    /// <summary>Variables as <c>NAME=value</c>; a name alone takes the image's variable away: <c>--env</c>, <c>--env-file</c>.</summary>
    public IList<string>? Env { get; set; }

    /// <summary>The command and its arguments; null for the image's.</summary>
    public IList<string>? Cmd { get; set; }

    /// <summary>The health check: <c>--health-cmd</c> and its like. Null for the image's.</summary>
    public HealthConfig? Healthcheck { get; set; }

    /// <summary>The image to make the container of.</summary>
    public string Image { get; set; } = "";

    /// <summary>Paths of anonymous volumes: <c>--volume</c> with a path alone.</summary>
    [JsonConverter(typeof(NameSetConverter))]
    public ISet<string>? Volumes { get; set; }

    /// <summary>The working directory: <c>--workdir</c>. Empty for the image's.</summary>
    public string WorkingDir { get; set; } = "";

    /// <summary>The entry point: <c>--entrypoint</c>. Null for the image's.</summary>
    public IList<string>? Entrypoint { get; set; }

    /// <summary>Labels of the container: <c>--label</c>, <c>--label-file</c>.</summary>
    public IDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The signal that stops the container: <c>--stop-signal</c>. Null for the image's.</summary>
    public string? StopSignal { get; set; }

    /// <summary>
    /// Seconds between the stop signal and the kill: <c>--stop-timeout</c>. Null for the engine's 10; negative waits without an end.
    /// </summary>
    public long? StopTimeout { get; set; }

    /// <summary>What depends on the host: limits, mounts, networks, security.</summary>
    public HostConfig HostConfig { get; set; } = new();

    /// <summary>The networks that the container is connected to when it is created.</summary>
    public NetworkingConfig? NetworkingConfig { get; set; }

    /// <summary>Members that this model does not have, sent as they are; null for none.</summary>
    [JsonExtensionData]
    public JsonObject? Extra { get; set; }
}
