namespace LaunchSdk.Agent.Settings;

/// <summary>How the texts of a setting are read, and how its value is shown.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Read">Reads the texts that a source of the given kind has; gives the value, or what is wrong with them.</param>
/// <param name="Show">The value as a person reads it.</param>
internal sealed record SettingGrammar<T>(Func<IReadOnlyList<string>, SettingOrigin, (T? Value, string? Error)> Read, Func<T, string> Show);
