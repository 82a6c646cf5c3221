namespace LaunchSdk.Configuration;

/// <summary>Equality by content, for generated records: lists by their items in order, mappings by their keys.</summary>
internal static class ConfigEquality
{
    /// <summary>Equality of a single value.</summary>
    public static bool Equal<T>(T? left, T? right) => EqualityComparer<T?>.Default.Equals(left, right);

    /// <summary>Equality of lists.</summary>
    public static bool Equal<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.SequenceEqual(right));

    /// <summary>Equality of mappings, whatever the order of their keys.</summary>
    public static bool Equal<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right) =>
        ReferenceEquals(left, right)
        || (
            left is not null
            && right is not null
            && left.Count == right.Count
            && left.All(pair => right.TryGetValue(pair.Key, out var value) && Equal(pair.Value, value))
        );

    /// <summary>Hash of a single value.</summary>
    public static int Hash<T>(T? value) => value?.GetHashCode() ?? 0;

    /// <summary>Hash of a list: its length and its first item tell most lists apart.</summary>
    public static int Hash<T>(IReadOnlyList<T>? values) => values is [var first, ..] ? HashCode.Combine(values.Count, first) : 0;

    /// <summary>Hash of a mapping: the number of its keys, because their order does not count.</summary>
    public static int Hash<T>(IReadOnlyDictionary<string, T>? values) => values?.Count ?? 0;
}
