namespace LaunchSdk.Analyzers.Generation;

/// <summary>
/// Which members share a file of source. One file a member would be simpler, but the compiler's work on a class grows with the square of
/// its parts;
/// one file for all would be read again as a whole after each edit.
/// </summary>
internal static class MemberParts
{
    private const int MembersPerPart = 16;

    /// <summary>
    /// The parts of all members that have a name of their own. A member stays in its part while the number of files does not double.
    /// </summary>
    public static IEnumerable<MemberPart> Of(IEnumerable<MemberModel> members) =>
        from inClass in Free(members).GroupBy(member => member.Name.Class, StringComparer.Ordinal)
        let parts = PartsFor(inClass.Count())
        from part in inClass.GroupBy(member => Place(member.Name.Name!) & (parts - 1))
        select new MemberPart(inClass.Key, part.Key, part.ToEquatableArray());

    /// <summary>The members that have a name which no other file wants.</summary>
    public static IReadOnlyList<MemberModel> Free(IEnumerable<MemberModel> members)
    {
        var all = members.ToList();
        var places = MemberNames.Places([.. all.Select(Key)]);
        return [.. all.Where((member, index) => member.Name.Name is not null && places.FirstOther(index) is null)];
    }

    private static string? Key(MemberModel member) => member.Name.Name is { } name ? $"{member.Name.Class}.{name}" : null;

    // A power of two, so that a file more changes it seldom.
    private static int PartsFor(int members)
    {
        var parts = 1;
        while (parts * MembersPerPart < members)
        {
            parts *= 2;
        }

        return parts;
    }

    // string.GetHashCode differs from process to process; FNV-1a does not.
    private static int Place(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return (int)((hash ^ (hash >> 16)) & int.MaxValue);
    }
}
