namespace LaunchSdk.Validation;

/// <summary>Names that several files may want.</summary>
/// <param name="names">The name that each file wants; null for none.</param>
/// <param name="comparer">When two are the same.</param>
internal sealed class NamePlaces(IReadOnlyList<string?> names, StringComparer comparer)
{
    private readonly ILookup<string, int> _places = Enumerable
        .Range(0, names.Count)
        .Where(index => names[index] is not null)
        .ToLookup(index => names[index]!, comparer);

    /// <summary>The first of the other files that want a file's name; null where there is none.</summary>
    public int? FirstOther(int index)
    {
        if (names[index] is { } name)
        {
            foreach (var place in _places[name])
            {
                if (place != index)
                {
                    return place;
                }
            }
        }

        return null;
    }
}
