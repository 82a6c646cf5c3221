namespace LaunchSdk.Validation;

/// <summary>The macros that W&amp;B Launch replaces in a queue's configuration.</summary>
internal static class Macros
{
    /// <summary>Project of the run.</summary>
    public const string ProjectName = "project_name";

    /// <summary>Entity of the run.</summary>
    public const string EntityName = "entity_name";

    /// <summary>Id of the run.</summary>
    public const string RunId = "run_id";

    /// <summary>Name of the run.</summary>
    public const string RunName = "run_name";

    /// <summary>The image that is run.</summary>
    public const string ImageUri = "image_uri";

    /// <summary>Who submitted the job.</summary>
    public const string Author = "author";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ProjectName, EntityName, RunId, RunName, ImageUri, Author];
}
