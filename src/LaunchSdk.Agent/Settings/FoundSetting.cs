namespace LaunchSdk.Agent.Settings;

/// <summary>A setting that was looked for.</summary>
/// <param name="Values">All values so far, with this one.</param>
/// <param name="Shown">What is printed of it.</param>
/// <param name="Error">What is wrong with it, which leaves the default; null for nothing.</param>
internal sealed record FoundSetting(SettingValues Values, AgentSetting Shown, string? Error = null);
