using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>
/// A limit of operations a second for one device (<c>docker run --device-read-iops</c>, <c>--device-write-iops</c>):
/// <c>/dev/path:number</c>, the number in decimal digits.
/// </summary>
public sealed partial class DeviceOperationRate : DockerValue
{
    private const string Rule = "a device's rate of operations (/dev/path:number)";

    private DeviceOperationRate(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The device's path on the host; it starts with <c>/dev/</c>.</summary>
    public string Path
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Reads, or writes, a second.</summary>
    public ulong OperationsPerSecond
    {
        get => Known(field);
        private init;
    }

    /// <summary>A limit for a device.</summary>
    /// <param name="path">Path of the device on the host, below <c>/dev/</c>.</param>
    /// <param name="operationsPerSecond">The most operations in a second.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentException">The path does not start with <c>/dev/</c>, or holds a colon.</exception>
    public static DeviceOperationRate Limit(string path, ulong operationsPerSecond) =>
        ValueFactory.Make(
            path + ":" + operationsPerSecond.ToString(CultureInfo.InvariantCulture),
            TryParse,
            Template,
            made => made.Path == path
        );

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The limit; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a limit.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out DeviceOperationRate? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        value = null;
        if (!DeviceText.TryFindColon(text, Rule, "/dev/sda:1000", out var colon, out error))
        {
            error = Suggestion.Check(error, RefusalOf);
            return false;
        }

        if (!GoInteger.TryParseUnsigned(text, colon + 1, text.Length, 10, out var rate, out var outOfRange))
        {
            error = new GrammarError(
                outOfRange
                    ? (MessageText)$"'{text}' is not {Rule}: the number is larger than {ulong.MaxValue}; write a smaller one"
                    : (MessageText)$"'{text}' is not {Rule}: write the number in decimal digits, without sign or unit",
                TextRange.Between(colon + 1, text.Length)
            );
            return false;
        }

        value = new DeviceOperationRate(text) { Path = text.Substring(0, colon), OperationsPerSecond = rate };
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The limit, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a rate nor a template.</exception>
    public static DeviceOperationRate Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DeviceOperationRate(string text) => Parse(text);

    private static GrammarError? RefusalOf(string text) => TryParse(text, out _, out var error) ? null : error;

    private static DeviceOperationRate Template(string text) => new(text, isTemplate: true);
}
