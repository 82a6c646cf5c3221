namespace LaunchSdk.Documents;

/// <summary>What a configuration file may cost: generous for people, bounded for hostile input.</summary>
internal static class ConfigLimits
{
    /// <summary>Bytes of a file, and characters of a text: 4 MiB.</summary>
    public const int MaxSize = 4 * 1024 * 1024;

    /// <summary>Lists and mappings inside each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>Nodes that aliases add, all together.</summary>
    public const int MaxAliasNodes = 10_000;

    /// <summary>Problems of one file; what lies behind the last of them is not read.</summary>
    public const int MaxProblems = 1_000;
}
