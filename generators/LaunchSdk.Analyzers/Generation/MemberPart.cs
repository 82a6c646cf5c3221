namespace LaunchSdk.Analyzers.Generation;

/// <summary>Members that share one file of source.</summary>
/// <param name="Class">The class they are members of.</param>
/// <param name="Number">Which of the class's parts this is, from 0.</param>
/// <param name="Members">The members, in the order of their files.</param>
internal sealed record MemberPart(string Class, int Number, EquatableArray<MemberModel> Members);
