using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Input;

/// <summary>Recognizes what a file is: by the name W&amp;B gives agent files, else by keys that only one kind has.</summary>
internal static class ConfigKinds
{
    private static readonly string[] AgentKeys = ["max_jobs", "queues", "max_schedulers", "stopped_run_timeout", "base_url"];
    private static readonly string[] JobKeys = ["job", "docker", "overrides", "resource"];

    /// <summary>The kind; a queue when nothing speaks for another.</summary>
    public static ConfigKind Detect(ConfigDocument document)
    {
        if (Path.GetFileNameWithoutExtension(document.Path).StartsWith("launch-config", StringComparison.Ordinal))
        {
            return ConfigKind.Agent;
        }

        if (!document.HasRoot || document.Root.Kind != ConfigNodeKind.Mapping)
        {
            return ConfigKind.Queue;
        }

        if (HasAny(document.Root, AgentKeys))
        {
            return ConfigKind.Agent;
        }

        return HasAny(document.Root, JobKeys) ? ConfigKind.Job : ConfigKind.Queue;
    }

    private static bool HasAny(ConfigNode root, string[] keys) => keys.Any(key => root.TryGetMember(key, out _));
}
