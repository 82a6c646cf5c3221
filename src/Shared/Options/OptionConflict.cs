namespace LaunchSdk.Options;

/// <summary>
/// Another option that an option cannot be set with. The schema has each conflict on one side (<c>x-launch-excludes</c>); the table has it
/// on both.
/// </summary>
public sealed record OptionConflict
{
    /// <summary>Name of the other option, such as <c>rm</c>.</summary>
    public required string Option { get; init; }

    /// <summary>What the other option is set to.</summary>
    public required ConflictCondition When { get; init; }

    /// <summary>What this option is set to.</summary>
    public required ConflictCondition Own { get; init; }

    /// <summary>Id of the diagnostic: LSDK0009 where docker's command refuses both, LSDK0101 and LSDK0206 where the engine does.</summary>
    public required string RuleId { get; init; }

    /// <summary>The conflict in words, such as <c>rm is true, and this is neither no nor empty: docker refuses both</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether the diagnostic is at this option, which is the one to change; else it is at the other.</summary>
    public bool IsReportedHere { get; init; }

    /// <summary>Why, in which <c>{other}</c> is the other option's value; empty where the names say it.</summary>
    public string Because { get; init; } = "";

    /// <summary>Versions of the engines that were seen to refuse both; empty where docker's command does.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>A queue in JSON that has the conflict and no other problem.</summary>
    public string Example { get; init; } = "";
}
