namespace LaunchSdk.Docker;

/// <summary>How to reach a Docker Engine. Every default is the docker command's own.</summary>
public sealed record DockerEngineOptions
{
    /// <summary>
    /// The engine's address: <c>unix:///run/docker.sock</c>, <c>tcp://10.0.0.5:2375</c> (with TLS as DOCKER_TLS_VERIFY and DOCKER_CERT_PATH
    /// say),
    /// <c>ssh://me@workstation</c>, <c>npipe:////./pipe/docker_engine</c>. Null finds it as the docker command does: the variable
    /// DOCKER_HOST, then <see cref="Context"/>, DOCKER_CONTEXT or the <c>currentContext</c> of docker's config.json, then the system's
    /// default socket.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>The name of a docker context, which then wins over DOCKER_HOST; null for the one in use.</summary>
    public string? Context { get; init; }

    /// <summary>
    /// The Engine API version to speak, such as 1.41. Null takes DOCKER_API_VERSION or else the newest that LaunchSdk and the engine both
    /// know.
    /// </summary>
    public Version? ApiVersion { get; init; }

    /// <summary>How long connecting may take until the engine counts as unavailable. 10 seconds unless set.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an engine that is there may leave a request without an answer.</summary>
    public EngineTimeouts Timeouts { get; init; } = new();

    /// <summary>
    /// Gets a message when the engine does not answer for 9 s although something waits for it, and one when it answers again; null, the
    /// default, for nobody. After 30 s what waits is given up, but for a container that runs: that is looked for until
    /// <see cref="Containers.ContainerRunPlan.ReconnectTime"/> is over.
    /// </summary>
    public IProgress<EngineSilence>? Silence { get; init; }

    /// <summary>
    /// Looks up environment variables (DOCKER_HOST and its like, PATH for ssh and credential helpers); null for one that is not set. The
    /// process's own unless set.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The clock for deadlines and for the times in results. The system's unless set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
