namespace LaunchSdk.Docker.Diagnostics;

/// <summary>One check of an engine and of the way to it.</summary>
/// <param name="Name">What was looked at, in one or two words.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="Fix">What to do; null where nothing is to be done.</param>
public sealed record EngineCheck(string Name, CheckOutcome Outcome, string Detail, string? Fix = null);
