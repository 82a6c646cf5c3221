namespace LaunchSdk.Docker.Connection;

/// <summary>The last characters of a text of any length.</summary>
/// <param name="longest">How many are kept.</param>
internal sealed class TextEnd(int longest)
{
    private char[] _kept = new char[Math.Min(longest, 1024)];
    private int _count;

    /// <summary>Adds characters.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        text = text[Math.Max(0, text.Length - longest)..];
        if (_count + text.Length > _kept.Length)
        {
            MakeRoom(text.Length);
        }

        text.CopyTo(_kept.AsSpan(_count));
        _count += text.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => new(_kept.AsSpan(Math.Max(0, _count - longest), Math.Min(_count, longest)));

    // With room for two ends, a long text is moved once for each of them.
    private void MakeRoom(int needed)
    {
        var keep = Math.Min(_count, longest);
        var room = keep + needed <= _kept.Length && _count > longest ? _kept : new char[Math.Min(2 * (keep + needed), 2 * longest)];
        _kept.AsSpan(_count - keep, keep).CopyTo(room);
        (_kept, _count) = (room, keep);
    }
}
