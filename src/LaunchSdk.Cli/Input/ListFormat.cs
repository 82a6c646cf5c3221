namespace LaunchSdk.Cli.Input;

/// <summary>What <c>launch ps</c> and <c>launch doctor</c> print.</summary>
internal enum ListFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>A JSON array.</summary>
    Json,
}
