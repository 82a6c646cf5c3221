namespace LaunchSdk.Generators;

/// <summary>Makes <see cref="EquatableArray{T}"/> out of sequences.</summary>
internal static class EquatableArrays
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items);
}
