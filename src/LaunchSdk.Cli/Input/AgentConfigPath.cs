namespace LaunchSdk.Cli.Input;

/// <summary>Where W&amp;B's agent looks for its configuration when none is named.</summary>
internal static class AgentConfigPath
{
    /// <summary>The path of the file, which need not be there; null where there is no home folder.</summary>
    public static string? Of(Func<string, string?> environment)
    {
        var home = environment("HOME") is { Length: > 0 } named ? named : environment("USERPROFILE");
        return home is { Length: > 0 } ? Path.Combine(home, ".config", "wandb", "launch-config.yaml") : null;
    }

    /// <summary>The path of the file that is there; null where there is none.</summary>
    public static string? Find(Func<string, string?> environment) => Of(environment) is { } path && File.Exists(path) ? path : null;
}
