using System.Collections;
using LaunchSdk.Options;

namespace LaunchSdk.Settings;

/// <summary>The options of a queue or an override in the order they were written. Equal when the same options are set to the same texts in the same order.</summary>
public sealed partial class OptionSettings : IReadOnlyList<OptionSetting>, IEquatable<OptionSettings>
{
    private readonly List<OptionSetting> _items;

    /// <summary>No option set.</summary>
    public OptionSettings() => _items = [];

    internal OptionSettings(int capacity) => _items = new List<OptionSetting>(capacity);

    internal OptionSettings(OptionSettings original) => _items = [.. original._items];

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public OptionSetting this[int index] => _items[index];

    /// <summary>The setting that counts for an option of one value: the last one, as docker takes it; null when there is none or it is null.</summary>
    public OptionSetting? Find(DockerOption option)
    {
        for (var i = _items.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_items[i].Option, option))
            {
                return _items[i].IsNull ? null : _items[i];
            }
        }

        return null;
    }

    /// <summary>The text of an option of one value; null when it is not set.</summary>
    public string? FindText(DockerOption option) => Find(option) is { } setting ? setting.Text ?? (setting.Texts is [.., var last] ? last : null) : null;

    /// <summary>Whether a flag is set to true.</summary>
    public bool IsOn(DockerOption option) => Find(option) is { Flag: true };

    /// <summary>All values of a repeatable option, under whichever of its names they were given.</summary>
    public IEnumerable<string> AllTexts(DockerOption option)
    {
        foreach (var setting in _items)
        {
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
    internal bool HasTexts(DockerOption option)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            if (ReferenceEquals(_items[i].Option, option) && (_items[i].Text is not null || _items[i].Texts.Count > 0))
            {
                return true;
            }
        }

        return false;
    }

    internal void Append(OptionSetting setting) => _items.Add(setting);

    /// <summary>Replaces what is set for the option, at its first place, or adds it at the end.</summary>
    internal void Replace(OptionSetting setting)
    {
        var first = _items.FindIndex(item => ReferenceEquals(item.Option, setting.Option));
        if (first < 0)
        {
            _items.Add(setting);
            return;
        }

        _items[first] = setting;
        for (var i = _items.Count - 1; i > first; i--)
        {
            if (ReferenceEquals(_items[i].Option, setting.Option))
            {
                _items.RemoveAt(i);
            }
        }
    }

    /// <summary>Takes an option away; returns whether it was there.</summary>
    internal bool Remove(DockerOption option) => _items.RemoveAll(item => ReferenceEquals(item.Option, option)) > 0;

    /// <inheritdoc/>
    public bool Equals(OptionSettings? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionSettings);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _items.Count;
        foreach (var item in _items)
        {
            hash = (hash * 31) + item.GetHashCode();
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<OptionSetting> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
