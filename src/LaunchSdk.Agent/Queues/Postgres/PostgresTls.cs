using System.Net;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>Keeps passwords and jobs from crossing a network in clear.</summary>
internal static class PostgresTls
{
    /// <summary>
    /// Requires TLS of a server that is not on this machine, unless <c>SSL Mode=Disable</c> switches it off; a mode that only tries TLS is
    /// not enough there.
    /// </summary>
    public static void Require(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.SslMode is SslMode.Allow or SslMode.Prefer && !IsOnThisMachine(settings.Host ?? ""))
        {
            settings.SslMode = SslMode.Require;
        }
    }

    // Sockets of the file system, loopback addresses and localhost; any other name may lead anywhere.
    private static bool IsOnThisMachine(string hosts) =>
        Array.TrueForAll(
            hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            static host => host[0] is '/' or '@' || IsLoopback(WithoutPort(host))
        );

    private static bool IsLoopback(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));

    // 'db:5433' and '[::1]:5433', but '::1' has no port.
    private static string WithoutPort(string host)
    {
        if (host[0] == '[')
        {
            return host[1..].Split(']')[0];
        }

        var colon = host.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && colon == host.LastIndexOf(':') ? host[..colon] : host;
    }
}
