namespace LaunchSdk.Docker.Connection;

/// <summary>The folder of docker's own configuration: <c>$DOCKER_CONFIG</c>, else <c>~/.docker</c>.</summary>
internal static class DockerFolder
{
    public static string Find(Func<string, string?> environment) =>
        environment("DOCKER_CONFIG") is { Length: > 0 } configured
            ? configured
            : Path.Combine(
                environment("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".docker"
            );
}
