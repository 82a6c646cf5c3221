using LaunchSdk.Shells;

namespace LaunchSdk.Docker.Connection;

/// <summary>The arguments of ssh.</summary>
internal static class SshArguments
{
    /// <summary>Whom to connect to; nothing behind <c>--</c> is taken for an option.</summary>
    public static IReadOnlyList<string> Destination(SshAddress address) =>
        [
            .. address.User is { } user ? (string[])["-l", user] : [],
            .. address.Port is { } port ? (string[])["-p", port] : [],
            "--",
            address.Host,
        ];

    /// <summary>What the other side's shell runs.</summary>
    public static IReadOnlyList<string> RemoteCommand(SshAddress address) =>
        [
            "docker",
            .. address.SocketPath is { } path ? (string[])["--host", PosixQuoting.Quote($"unix://{path}")] : [],
            "system",
            "dial-stdio",
        ];
}
