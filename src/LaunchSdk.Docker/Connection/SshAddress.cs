namespace LaunchSdk.Docker.Connection;

/// <summary>An address <c>ssh://[user@]host[:port][/path]</c>.</summary>
/// <param name="User">The user on the other side; null for the one that ssh chooses.</param>
/// <param name="Host">The host's name or address, or a name of ssh's own configuration.</param>
/// <param name="Port">The port as text; null for ssh's.</param>
/// <param name="SocketPath">The engine's socket on the other side; null for the one that docker finds there.</param>
internal sealed record SshAddress(string? User, string Host, string? Port, string? SocketPath)
{
    private const string Scheme = "ssh://";

    /// <summary>Reads an address; null when it is none, and why.</summary>
    public static SshAddress? Parse(string address, out string? problem)
    {
        var rest = address[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "" : Uri.UnescapeDataString(rest[slash..]);
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? null : Uri.UnescapeDataString(authority[..at]);
        var (host, port) = SplitPort(authority[(at + 1)..]);
        problem = Problem(rest, user, host, port);
        return problem is null ? new SshAddress(user, host, port, path is "" or "/" ? null : path) : null;
    }

    /// <summary>An address for messages: a password that someone wrote into it is left out.</summary>
    public static string WithoutPassword(string address)
    {
        var at = address.LastIndexOf('@');
        var colon = address.IndexOf(':', Scheme.Length);
        return at > 0 && colon > 0 && colon < at ? address[..colon] + address[at..] : address;
    }

    private static (string Host, string? Port) SplitPort(string hostAndPort)
    {
        var end = hostAndPort.IndexOf(']', StringComparison.Ordinal);
        var colon = hostAndPort.LastIndexOf(':');
        var hasPort = colon > end && (end >= 0 || hostAndPort.IndexOf(':', StringComparison.Ordinal) == colon);
        return ((hasPort ? hostAndPort[..colon] : hostAndPort).Trim('[', ']'), hasPort ? hostAndPort[(colon + 1)..] : null);
    }

    // ssh takes an argument that begins with '-' for an option, and puts host and user into the commands of its own configuration.
    private static string? Problem(string rest, string? user, string host, string? port) =>
        (user, host) switch
        {
            _ when rest.AsSpan().IndexOfAny('?', '#') >= 0 => "an ssh address has no query and no fragment",
            ({ } name, _) when name.Contains(':', StringComparison.Ordinal) => "a password does not belong in an address",
            ({ } name, _) when name.Length == 0 || name[0] == '-' || !name.All(IsUserCharacter) => $"'{name}' is not a user's name",
            (_, "") => "the host is missing",
            _ when host[0] == '-' || !host.All(IsHostCharacter) => $"'{host}' is not a host's name",
            _ when port is not null
                    && !ushort.TryParse(
                        port,
                        System.Globalization.NumberStyles.None,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out _
                    ) => $"'{port}' is not a port",
            _ => null,
        };

    private static bool IsHostCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '%';

    private static bool IsUserCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '+';
}
