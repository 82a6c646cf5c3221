using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Pairs values with their descriptions, which stand in a list of their own.</summary>
internal static class ValuesParser
{
    /// <summary>Values worth offering for an option.</summary>
    public static IEnumerable<ValueModel> ParseOffered(Cursor place) => Pair(place, place.Texts(Keys.Values), Keys.ValueDescriptions);

    /// <summary>Values of a closed set; descriptions are optional.</summary>
    public static IEnumerable<ValueModel> ParseClosed(Cursor place, IReadOnlyList<string> values) =>
        place.Find(Keys.EnumDescriptions) is null
            ? values.Select(value => new ValueModel(value, string.Empty))
            : Pair(place, values, Keys.EnumDescriptions);

    private static IEnumerable<ValueModel> Pair(Cursor place, IReadOnlyList<string> values, string key)
    {
        var descriptions = place.Texts(key);
        return descriptions.Count == values.Count
            ? values.Zip(descriptions, (value, description) => new ValueModel(value, description))
            : throw place.Error($"'{key}' has {descriptions.Count} texts for {values.Count} values: write one for each");
    }
}
