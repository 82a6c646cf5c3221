namespace LaunchSdk.Docker.Clients;

/// <summary>What docker's command line would know of the process it runs in; a translation reads nothing else.</summary>
public sealed record ClientContext
{
    /// <summary>Absolute path where relative paths start.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Looks up an environment variable; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The client's files; null for the real ones below <see cref="WorkingDirectory"/>.</summary>
    public IClientFiles? Files { get; init; }

    /// <summary>Docker's own configuration; null to read it from <c>DOCKER_CONFIG</c> or <c>~/.docker</c>.</summary>
    public DockerConfigFile? DockerConfig { get; init; }

    /// <summary>Address of the engine, such as <c>unix:///var/run/docker.sock</c>.</summary>
    public string? EngineAddress { get; init; }

    /// <summary>Whether standard input is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>A context of this process as it is now.</summary>
    public static ClientContext Current { get; } = new() { InputIsTerminal = !Console.IsInputRedirected };

    internal IClientFiles GetFiles() => Files ?? new ClientFiles(WorkingDirectory);

    internal DockerConfigFile GetDockerConfig() => DockerConfig ?? DockerConfigFile.Load(Environment);

    internal string GetEngineAddress() => EngineAddress ?? Environment("DOCKER_HOST") ?? "unix:///var/run/docker.sock";
}
