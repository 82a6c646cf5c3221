using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>The share of one device's block IO (<c>docker run --blkio-weight-device</c>): <c>/dev/path:weight</c>.</summary>
public sealed partial class DeviceWeight : DockerValue
{
    private const string Rule = "a device's weight (/dev/path:weight, the weight 10 to 1000, or 0 for none)";

    private DeviceWeight(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>The device's path on the host; it starts with <c>/dev/</c>.</summary>
    public string Path
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>10 to 1000 relative to other containers; 0 for no weight of its own.</summary>
    public int Weight
    {
        get => Known(field);
        private init;
    }

    /// <summary>A weight for a device.</summary>
    /// <param name="path">Path of the device on the host, below <c>/dev/</c>.</param>
    /// <param name="weight">The share of the disk: 10 to 1000, or 0 for none.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentException">
    /// The path does not start with <c>/dev/</c> or holds a colon, or the weight is not 0 or 10 to 1000.
    /// </exception>
    public static DeviceWeight Of(string path, int weight) =>
        ValueFactory.Make(path + ":" + weight.ToString(CultureInfo.InvariantCulture), TryParse, Template, made => made.Path == path);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The weight; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a weight.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DeviceWeight? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        if (!DeviceText.TryFindColon(text, Rule, "/dev/sda:500", out var colon, out error))
        {
            error = Suggestion.Check(error, RefusalOf);
            return false;
        }

        if (
            !GoInteger.TryParseUnsigned(text, colon + 1, text.Length, 10, out var weight, out _) || weight is not (0 or (>= 10 and <= 1000))
        )
        {
            error = new GrammarError($"'{text}' is not {Rule}: write for example /dev/sda:500", TextRange.Between(colon + 1, text.Length));
            return false;
        }

        value = new DeviceWeight(text) { Path = text.Substring(0, colon), Weight = (int)weight };
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The weight, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a weight nor a template.</exception>
    public static DeviceWeight Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DeviceWeight(string text) => Parse(text);

    private static GrammarError? RefusalOf(string text) => TryParse(text, out _, out var error) ? null : error;

    private static DeviceWeight Template(string text) => new(text, isTemplate: true);
}
