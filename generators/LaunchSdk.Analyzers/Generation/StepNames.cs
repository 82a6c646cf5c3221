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

    /// <summary>The members that share a file of source.</summary>
    public const string GroupMembers = nameof(GroupMembers);

    /// <summary>The classes with the names of their members, without what those hold.</summary>
    public const string ListMembers = nameof(ListMembers);

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [FindFiles, ReadSettings, ReadMembers, GroupMembers, ListMembers];
}
