using System.Text.RegularExpressions;
using LaunchSdk.Docker.Requests;

namespace LaunchSdk.Docker.Masking;

/// <summary>
/// The secrets of a create request: values whose names look secret in its environment and log options, and passwords in addresses.
/// </summary>
internal static partial class RequestSecrets
{
    public static IEnumerable<string> Find(ContainerRequest request) =>
        Find(request.Env ?? []).Concat(FindInLogOptions(request.HostConfig?.LogConfig?.Config));

    /// <summary>The secrets of an environment, whose entries are <c>NAME=value</c>.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> environment)
    {
        foreach (var variable in environment)
        {
            var equals = variable.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                continue;
            }

            var value = variable[(equals + 1)..];
            if (SecretNames.LooksSecret(variable[..equals]))
            {
                yield return value;
            }
            else if (Password(value) is { } password)
            {
                yield return password;
            }
        }
    }

    private static IEnumerable<string> FindInLogOptions(IDictionary<string, string>? options)
    {
        foreach (var (name, value) in options ?? new Dictionary<string, string>())
        {
            if (SecretNames.LooksSecret(name))
            {
                yield return value;
            }
        }
    }

    // postgres://user:password@host/database
    private static string? Password(string value) =>
        UserInfo().Match(value) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;

    [GeneratedRegex("://[^/@:\\s]*:([^/@\\s]+)@")]
    private static partial Regex UserInfo();
}
