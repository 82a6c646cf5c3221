namespace LaunchSdk.Analyzers.Generation;

/// <summary>The place of a member.</summary>
/// <param name="Class"><c>LaunchQueues</c> or <c>LaunchConfigs</c>.</param>
/// <param name="Name">Name of the property; null where the file's name cannot be one.</param>
/// <param name="HasValue">False for a file with errors.</param>
internal sealed record MemberName(string Class, string? Name, bool HasValue);
