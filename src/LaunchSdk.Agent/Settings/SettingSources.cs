namespace LaunchSdk.Agent.Settings;

/// <summary>Who may have set a setting.</summary>
/// <param name="CommandLine">The values of the options that were given, by the key of the setting.</param>
/// <param name="Environment">Looks up a variable; null for one that is not set.</param>
/// <param name="File">The launch-config.yaml; null for none.</param>
/// <param name="FilePath">Its path.</param>
internal sealed record SettingSources(
    IReadOnlyDictionary<string, IReadOnlyList<string>> CommandLine,
    Func<string, string?> Environment,
    LaunchAgentConfig? File,
    string FilePath
);
