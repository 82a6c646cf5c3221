using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>One field of a CSV record and where it stands.</summary>
/// <param name="text">The field without its quotes.</param>
/// <param name="range">Where the field stands, quotes included.</param>
/// <param name="textStart">Offset of the field's first character inside the quotes; -1 when escapes make offsets differ.</param>
internal readonly struct CsvField(string text, TextRange range, int textStart)
{
    /// <summary>The field without its quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Where the field stands in the record's text, quotes included.</summary>
    public TextRange Range { get; } = range;

    /// <summary>Where a part of the field stands; the whole field when it holds escapes.</summary>
    public TextRange Part(int start, int end) => textStart < 0 ? Range : TextRange.Between(textStart + start, textStart + end);

    /// <summary>The record with another text in place of a part of the field; null when the field holds escapes.</summary>
    public string? Replaced(string record, int start, int end, string meant) =>
        textStart < 0 ? null : $"{record.Substring(0, textStart + start)}{meant}{record.Substring(textStart + end)}";
}
