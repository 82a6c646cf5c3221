using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace LaunchSdk.Problems;

/// <summary>
/// The sentence of a problem. An interpolated text becomes one: its own words stay as they are, and what is put into it counts as
/// text from outside, which is
/// made printable, cut, and hidden where it is a secret. So no message can forget to.
/// </summary>
[InterpolatedStringHandler]
internal sealed class MessageText : IEquatable<MessageText>
{
    private readonly List<(string Text, Part Kind)> _parts;

    /// <summary>What the compiler makes of an interpolated text.</summary>
    /// <param name="literalLength">Characters of the sentence's own words.</param>
    /// <param name="formattedCount">Values put into it.</param>
    public MessageText(int literalLength, int formattedCount) =>
        _parts = new List<(string, Part)>((2 * formattedCount) + Math.Min(literalLength, 1));

    private MessageText(string sentence) => _parts = [(sentence, Part.Sentence)];

    private enum Part
    {
        Words,
        Value,
        Sentence,
    }

    /// <summary>A sentence of which nobody knows what in it comes from outside.</summary>
    public static implicit operator MessageText(string sentence) => new(sentence);

    /// <summary>Words of LaunchSdk's own, such as an option's example: nothing in them comes from outside.</summary>
    public static MessageText Words(string words)
    {
        var text = new MessageText(words.Length, 0);
        text.AppendLiteral(words);
        return text;
    }

    /// <summary>The sentence of an exception, which quotes values as problems do.</summary>
    public static string Of(MessageText sentence) => sentence.ToString();

    /// <summary>Adds words of the sentence.</summary>
    public void AppendLiteral(string words) => _parts.Add((words, Part.Words));

    /// <summary>Adds a value.</summary>
    public void AppendFormatted(string? value) => _parts.Add((value ?? "", Part.Value));

    /// <summary>Adds a sentence, whose values are known.</summary>
    public void AppendFormatted(MessageText? sentence) => _parts.AddRange(sentence?._parts ?? []);

    /// <summary>Adds a number or another value.</summary>
    public void AppendFormatted<T>(T value) =>
        AppendFormatted(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>Adds a value in a format.</summary>
    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => ToString(null);

    /// <summary>The sentence.</summary>
    /// <param name="mask">Hides secrets among its values; null where there are none.</param>
    public string ToString(ValueMask? mask)
    {
        var text = new StringBuilder();
        foreach (var (part, kind) in _parts)
        {
            text.Append(kind == Part.Words ? part : Show(part, kind, mask));
        }

        return LongText.Cut(PrintableText.Line(text.ToString()), LongText.LongestMessage);
    }

    /// <inheritdoc/>
    public bool Equals(MessageText? other) => other is not null && other.ToString() == ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MessageText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static string Show(string part, Part kind, ValueMask? mask)
    {
        var shown = mask is null ? part : mask.Hide(part);
        return kind == Part.Value ? LongText.Cut(shown, LongText.LongestValue, AddressText.Hide) : AddressText.Hide(shown);
    }
}
