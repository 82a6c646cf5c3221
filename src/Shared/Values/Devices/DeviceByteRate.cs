using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// A limit of bytes a second for one device (<c>docker run --device-read-bps</c>, <c>--device-write-bps</c>):
/// <c>/dev/path:size</c>, the size as docker writes sizes.
/// </summary>
public sealed partial class DeviceByteRate : DockerValue
{
    private const string Rule = "a device's rate of bytes (/dev/path:size)";

    private DeviceByteRate(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The device's path on the host; it starts with <c>/dev/</c>.</summary>
    public string Path
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Bytes read, or written, a second.</summary>
    public long BytesPerSecond
    {
        get => Known(field);
        private init;
    }

    /// <summary>A limit for a device.</summary>
    /// <param name="path">Path of the device on the host, below <c>/dev/</c>.</param>
    /// <param name="bytesPerSecond">The most bytes in a second.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentException">The path does not start with <c>/dev/</c>, or holds a colon.</exception>
    public static DeviceByteRate Limit(string path, ByteSize bytesPerSecond) =>
        ValueFactory.Make(path + ":" + bytesPerSecond, TryParse, Template, made => made.Path == path);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The limit; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a limit.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DeviceByteRate? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        if (!DeviceText.TryFindColon(text, Rule, "/dev/sda:1mb", out var colon, out error))
        {
            error = Suggestion.Check(error, RefusalOf);
            return false;
        }

        if (!ByteSize.TryParse(text.Substring(colon + 1), out var size, out var fault))
        {
            var inside = new GrammarError(
                $"'{text}' is not {Rule}: {fault.Sentence}",
                new TextRange(fault.Range.Start + colon + 1, fault.Range.Length),
                fault.Suggestion is null ? null : $"{text.Substring(0, colon + 1)}{fault.Suggestion}"
            );
            error = Suggestion.Check(inside, RefusalOf);
            return false;
        }

        // Docker's own conversion from a double overflows into the negative, and the sum is then refused.
        if (size.Bytes < 0)
        {
            error = new GrammarError(
                $"'{text}' is not {Rule}: the size does not fit 63 bits; write a smaller one",
                TextRange.Between(colon + 1, text.Length)
            );
            return false;
        }

        value = new DeviceByteRate(text) { Path = text.Substring(0, colon), BytesPerSecond = size.Bytes };
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The limit, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a rate nor a template.</exception>
    public static DeviceByteRate Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DeviceByteRate(string text) => Parse(text);

    private static GrammarError? RefusalOf(string text) => TryParse(text, out _, out var error) ? null : error;

    private static DeviceByteRate Template(string text) => new(text, isTemplate: true);
}
