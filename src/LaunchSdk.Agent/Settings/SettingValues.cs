namespace LaunchSdk.Agent.Settings;

/// <summary>The values of all settings.</summary>
/// <param name="Options">The options of the agent itself.</param>
/// <param name="Entity">The team or user at W&amp;B; null for none.</param>
/// <param name="BaseUrl">The address of W&amp;B.</param>
/// <param name="Verbosity">0 to 2: how much the agent logs.</param>
internal sealed record SettingValues(LaunchAgentOptions Options, string? Entity, string BaseUrl, int Verbosity);
