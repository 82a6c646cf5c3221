namespace LaunchSdk.Validation;

/// <summary>The keys of W&amp;B's shape of a queue.</summary>
internal static class QueueKeys
{
    /// <summary>The queue's name.</summary>
    public const string NameKey = "queue";

    /// <summary>The order of jobs.</summary>
    public const string ModeKey = "prioritization_mode";

    /// <summary>The template variables.</summary>
    public const string VariablesKey = "template_variables";

    /// <summary>The options, below the name of what runs the jobs.</summary>
    public const string ResourceArgsKey = "resource_args";

    /// <summary>W&amp;B's name of jobs in Docker.</summary>
    public const string ResourceKey = "local-container";
}
