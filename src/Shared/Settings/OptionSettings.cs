using System.Collections;
using LaunchSdk.Options;

namespace LaunchSdk.Settings;

/// <summary>
/// The options of a queue or an override in the order they were written.
/// Equal when the same options are set to the same texts in the same order.
/// </summary>
public sealed partial class OptionSettings : IReadOnlyList<OptionSetting>, IEquatable<OptionSettings>
{
    private OptionSetting[] _items;

    /// <summary>No option set.</summary>
    public OptionSettings() => _items = [];

    internal OptionSettings(int capacity) => _items = new OptionSetting[capacity];

    internal OptionSettings(OptionSettings original)
    {
        _items = new OptionSetting[original.Count];
        Array.Copy(original._items, _items, _items.Length);
        Count = _items.Length;
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>Whether these settings were seen to break no rule over several options; a change takes it back.</summary>
    internal bool HoldRules { get; set; }

    /// <inheritdoc/>
    public OptionSetting this[int index] => index < Count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>
    /// The setting that counts for an option of one value: the last one, as docker takes it; null when there is none or it is null.
    /// </summary>
    /// <param name="option">The option to look for.</param>
    /// <returns>The setting, or null.</returns>
    public OptionSetting? Find(DockerOption option) => IndexOf(option) is var index && index >= 0 ? _items[index] : null;

    /// <summary>The index of the setting that <see cref="Find"/> gives; negative when there is none.</summary>
    private int IndexOf(DockerOption option)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_items[i].Option, option))
            {
                return _items[i].IsNull ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>The text of an option of one value; null when it is not set.</summary>
    /// <param name="option">The option to look for.</param>
    /// <returns>The text as written; of a list its last item.</returns>
    public string? FindText(DockerOption option)
    {
        if (Find(option) is not { } setting)
        {
            return null;
        }

        return setting.Text ?? (setting.Texts is [.., var last] ? last : null);
    }

    /// <summary>Whether a flag is set to true.</summary>
    /// <param name="option">The flag to look for.</param>
    /// <returns>True for a flag that is set to true; false where it is false, null or not set.</returns>
    public bool IsOn(DockerOption option) => Find(option) is { Flag: true };

    /// <summary>All values of a repeatable option, under whichever of its names they were given.</summary>
    /// <param name="option">The option to look for.</param>
    /// <returns>The texts in the order they were written; none when the option is not set.</returns>
    public IEnumerable<string> AllTexts(DockerOption option)
    {
        for (var i = 0; i < Count; i++)
        {
            var setting = _items[i];
            if (ReferenceEquals(setting.Option, option))
            {
                foreach (var text in setting.Texts)
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>Whether a repeatable option has any value.</summary>
    internal bool HasTexts(DockerOption option) => FindGiven(option) is not null;

    /// <summary>
    /// The last setting of a repeatable option that has a value, whatever null follows under another name; null when there is none.
    /// </summary>
    internal OptionSetting? FindGiven(DockerOption option)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_items[i].Option, option) && (_items[i].Text is not null || _items[i].Texts.Count > 0))
            {
                return _items[i];
            }
        }

        return null;
    }

    internal void Append(OptionSetting setting)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        }

        _items[Count++] = setting;
        Changed();
    }

    /// <summary>Replaces what is set for the option, at its first place, or adds it at the end.</summary>
    internal void Replace(OptionSetting setting)
    {
        var first = 0;
        while (first < Count && !ReferenceEquals(_items[first].Option, setting.Option))
        {
            first++;
        }

        if (first == Count)
        {
            Append(setting);
            return;
        }

        _items[first] = setting;
        RemoveFrom(first + 1, setting.Option);
    }

    /// <summary>Takes an option away; returns whether it was there.</summary>
    internal bool Remove(DockerOption option) => RemoveFrom(0, option);

    private void Changed()
    {
        HoldRules = false;
        _parsed = null;
    }

    private bool RemoveFrom(int start, DockerOption option)
    {
        var kept = start;
        for (var i = start; i < Count; i++)
        {
            if (!ReferenceEquals(_items[i].Option, option))
            {
                _items[kept++] = _items[i];
            }
        }

        var removed = kept < Count;
        Array.Clear(_items, kept, Count - kept);
        Count = kept;
        Changed();
        return removed;
    }

    /// <inheritdoc/>
    public bool Equals(OptionSettings? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionSettings);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var item in this)
        {
            hash = (hash * 31) + item.GetHashCode();
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<OptionSetting> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
