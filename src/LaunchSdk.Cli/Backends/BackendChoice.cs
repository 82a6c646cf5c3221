namespace LaunchSdk.Cli.Backends;

/// <summary>The queues that a command works on.</summary>
/// <param name="Kind">Where they are kept.</param>
/// <param name="Entity">The team or user at W&amp;B; null for none.</param>
/// <param name="BaseUrl">The address of W&amp;B; null for the usual one.</param>
/// <param name="Environment">Looks up the environment variables that say the rest.</param>
internal sealed record BackendChoice(BackendKind Kind, string? Entity, string? BaseUrl, Func<string, string?> Environment);
