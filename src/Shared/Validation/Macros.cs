using LaunchSdk.Problems;

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

    /// <summary>The message for <c>${name}</c>, which is no macro.</summary>
    internal static MessageText Unknown(string name) => $"${{{name}}} is not a macro: {WayOut(name)}";

    private static MessageText WayOut(string name)
    {
        var nearest = Problems.NearestName.Find(name, All);
        var meant = nearest.Count > 0 ? (MessageText)$"did you mean {NodeText.OneOf(nearest)}? " : null;
        return $"{meant}The macros are {NodeText.OneOf(All)}, and the environment variables that the operator allows";
    }
}
