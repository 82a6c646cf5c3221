namespace LaunchSdk.Cli.Agents;

/// <summary>Where W&amp;B's agent looks for its configuration when none is named.</summary>
internal static class AgentConfigPath
{
    /// <summary>The file's path; null where there is none.</summary>
    public static string? Find(Func<string, string?> environment)
    {
        if (environment("HOME") is not { Length: > 0 } home)
        {
            return null;
        }

        var path = Path.Combine(home, ".config", "wandb", "launch-config.yaml");
        return File.Exists(path) ? path : null;
    }
}
