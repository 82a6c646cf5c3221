namespace LaunchSdk.Agent.Settings;

/// <summary>A setting of an agent: its value, and who set it.</summary>
/// <param name="Name">The <see cref="AgentSettingDefinition.Key"/>.</param>
/// <param name="Text">The value as a person reads it; a secret is hidden; empty where there is none or it cannot be used.</param>
/// <param name="Origin">Who set it.</param>
/// <param name="Source">The option, the variable or the file: <c>--max-jobs</c>, <c>WANDB_LAUNCH_MAX_JOBS</c>; null for a default.</param>
public sealed record AgentSetting(string Name, string Text, SettingOrigin Origin, string? Source)
{
    /// <summary>The origin in words: <c>command line (--max-jobs)</c>.</summary>
    public string OriginText =>
        Origin switch
        {
            SettingOrigin.CommandLine => $"command line ({Source})",
            SettingOrigin.Environment => $"environment ({Source})",
            SettingOrigin.File => $"file ({Source})",
            _ => "default",
        };
}
