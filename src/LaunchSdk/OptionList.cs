using System.Collections;
using System.Runtime.CompilerServices;
using LaunchSdk.Values;

namespace LaunchSdk;

/// <summary>
/// The values of a repeatable option, in order. A single value or its text converts to a list of one; a collection expression makes longer
/// ones.
/// </summary>
/// <typeparam name="T">The type of one value.</typeparam>
[CollectionBuilder(typeof(OptionList), nameof(OptionList.Create))]
public sealed class OptionList<T> : IReadOnlyList<T>, IEquatable<OptionList<T>>
    where T : DockerValue, IParsable<T>
{
    private readonly T[] _items;

    internal OptionList(T[] items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>A list of one value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator OptionList<T>(T value) => new([value]);

    /// <summary>A list of one value, given as text.</summary>
    /// <param name="text">The text of one value, or a template.</param>
    /// <exception cref="FormatException">The text is not of the value's grammar.</exception>
    public static implicit operator OptionList<T>(string text) => new([T.Parse(text, null)]);

    /// <inheritdoc/>
    public bool Equals(OptionList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(_items.Length, HashCode.Combine);

    /// <summary>The values in brackets, each as it may be shown.</summary>
    /// <returns>The text, such as <c>[8080:80, 443]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)_items)}]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
