using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Validation;

/// <summary>What an unknown key of a queue was probably meant to be.</summary>
internal static class KeyHints
{
    /// <summary>Names that people know from Compose, Kubernetes or the Python API.</summary>
    private static readonly Dictionary<string, string> ForeignNames = new(StringComparer.Ordinal)
    {
        ["environment"] = "env",
        ["volumes"] = "volume",
        ["ports"] = "publish",
        ["port"] = "publish",
        ["networks"] = "network",
        ["network_mode"] = "network",
        ["labels"] = "label",
        ["gpu"] = "gpus",
        ["cpu"] = "cpus",
        ["working_dir"] = "workdir",
        ["extra_hosts"] = "add-host",
        ["devices"] = "device",
        ["mem_limit"] = "memory",
        ["container_name"] = "name",
        ["auto_remove"] = "rm",
        ["mounts"] = "mount",
        ["ulimits"] = "ulimit",
        ["sysctls"] = "sysctl",
        ["stdin_open"] = "interactive",
    };

    /// <summary>The option that was meant, when it is certain enough to change the file.</summary>
    public static string? Meant(string key)
    {
        if (ForeignNames.TryGetValue(key, out var known))
        {
            return known;
        }

        var plain = key.TrimStart('-').Replace('_', '-').ToLowerInvariant();
        if (plain.Length == 0 || !DockerOptions.TryGet(plain, out var option))
        {
            return null;
        }

        return plain.Length == 1 ? plain : option.Name;
    }

    /// <summary>The option that was meant or, failing that, the one that is spelt nearest; null when none or several are.</summary>
    public static string? Nearest(string key) =>
        Meant(key)
        ?? (
            key == "command" || key.Length < 3 || key.IndexOf('=') >= 0
                ? null
                : NearestName.FindOne(key, DockerOptions.All.Select(option => option.Name))
        );

    /// <summary>The end of the message: what to write instead.</summary>
    public static MessageText WayOut(string key)
    {
        if (key == "command")
        {
            return UnknownKey.CommandFollowsImage;
        }

        if (key is QueueKeys.ModeKey or QueueKeys.VariablesKey or QueueKeys.ResourceArgsKey)
        {
            return UnknownKey.OfDefinition;
        }

        if (key.IndexOf('=') >= 0)
        {
            return UnknownKey.ValueInKey;
        }

        if (Meant(key) is { } meant)
        {
            return UnknownKey.Write(meant);
        }

        var names = NearestName.Find(key, DockerOptions.All.Select(option => option.Name));
        return names.Count > 0 ? UnknownKey.DidYouMean(names) : UnknownKey.SeeOptions;
    }
}
