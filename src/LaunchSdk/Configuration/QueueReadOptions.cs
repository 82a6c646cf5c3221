namespace LaunchSdk.Configuration;

/// <summary>What a reader has to know beyond the file.</summary>
public sealed record QueueReadOptions
{
    /// <summary>No environment macros allowed.</summary>
    public static QueueReadOptions Default { get; } = new();

    /// <summary>Environment variables that macros (<c>${NAME}</c>) may read; the operator's decision, none by default.</summary>
    public IReadOnlyCollection<string> AllowedEnvironment { get; init; } = [];
}
