namespace LaunchSdk.Options;

/// <summary>A value that is worth offering for an option; others may be valid too, as the option's grammar says.</summary>
/// <param name="Value">The value as it stands in a queue file.</param>
/// <param name="Summary">What it does, in one sentence.</param>
public sealed record OptionValue(string Value, string Summary);
