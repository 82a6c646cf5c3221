namespace LaunchSdk.Analyzers.Generation;

/// <summary>A file as a member: all that its source needs, and nothing that changes with a comment in the file.</summary>
/// <param name="Name">Where the member stands.</param>
/// <param name="Type">Its type, with <c>global::</c>.</param>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Summary">What the member is, as text.</param>
/// <param name="Facts">The file's settings, one a line, as text.</param>
/// <param name="Expression">The lines of the C# expression that makes the value; none for a file with errors.</param>
internal sealed record MemberModel(
    MemberName Name,
    string Type,
    string Path,
    string Summary,
    EquatableArray<string> Facts,
    EquatableArray<string> Expression
);
