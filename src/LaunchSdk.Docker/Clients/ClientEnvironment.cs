namespace LaunchSdk.Docker.Clients;

/// <summary>
/// The variables by which docker's own programs find the client's places, which a program that embeds LaunchSdk may have given.
/// </summary>
internal static class ClientEnvironment
{
    /// <summary>Their names.</summary>
    public static readonly string[] Names = ["PATH", "HOME", "DOCKER_CONFIG"];

    /// <summary>Those that are set.</summary>
    public static Dictionary<string, string?> Of(Func<string, string?> environment) =>
        Names.Where(name => environment(name) is not null).ToDictionary(static name => name, environment, StringComparer.Ordinal);
}
