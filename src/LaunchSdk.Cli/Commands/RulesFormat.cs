namespace LaunchSdk.Cli.Commands;

/// <summary>What <c>launch rules</c> prints.</summary>
internal enum RulesFormat
{
    /// <summary>A table for people.</summary>
    Text,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>A table in Markdown, as the documentation has it.</summary>
    Md,
}
