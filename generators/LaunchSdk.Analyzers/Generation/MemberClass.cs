namespace LaunchSdk.Analyzers.Generation;

/// <summary>A class of members, without what they hold: it changes with their names only.</summary>
/// <param name="Name"><c>LaunchQueues</c> or <c>LaunchConfigs</c>.</param>
/// <param name="Members">Names of the members that have a value, in the order of their files.</param>
internal sealed record MemberClass(string Name, EquatableArray<string> Members)
{
    /// <summary>The classes that the project's files need, also where no member can be made.</summary>
    public static IEnumerable<MemberClass> Of(IReadOnlyCollection<MemberModel> members)
    {
        var usable = MemberParts
            .Free(members)
            .Where(member => member.Name.HasValue)
            .ToLookup(member => member.Name.Class, member => member.Name.Name!, StringComparer.Ordinal);
        return members
            .Select(member => member.Name.Class)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new MemberClass(name, usable[name].ToEquatableArray()));
    }
}
