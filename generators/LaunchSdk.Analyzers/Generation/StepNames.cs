namespace LaunchSdk.Analyzers.Generation;

/// <summary>Names of the pipeline's steps: what the tests of incrementality assert on.</summary>
internal static class StepNames
{
    /// <summary>Additional files that are queues or agent configurations.</summary>
    public const string FindFiles = nameof(FindFiles);

    /// <summary>Properties of the project.</summary>
    public const string ReadSettings = nameof(ReadSettings);

    /// <summary>One file to one member; the only step that costs anything.</summary>
    public const string ReadMembers = nameof(ReadMembers);

    /// <summary>The names of all members, without what they hold.</summary>
    public const string CollectNames = nameof(CollectNames);

    /// <summary>The names that more than one file wants; none as a rule, so that the next step depends on nothing else.</summary>
    public const string FindClashes = nameof(FindClashes);

    /// <summary>Members whose name no other file wants.</summary>
    public const string SelectMembers = nameof(SelectMembers);

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [FindFiles, ReadSettings, ReadMembers, CollectNames, FindClashes, SelectMembers];
}
