using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// Which GPUs the container gets (<c>docker run --gpus</c>): <c>all</c>, a count, or one CSV record of <c>count</c>, <c>device</c>,
/// <c>driver</c>,
/// <c>capabilities</c> and <c>options</c>. <see cref="Gpus"/> makes one.
/// </summary>
/// <remarks>
/// Several devices or capabilities are one field and need double quotes inside the text: <c>"device=0,1"</c>. Without them
/// <c>device=0,1</c> is the device 0 and, because a field without a key is a count, one GPU.
/// </remarks>
public sealed partial class GpuRequest : DockerValue
{
    /// <summary>The capability that docker adds to every request.</summary>
    internal const string GpuCapability = "gpu";

    /// <summary>No options.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NoOptions = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The capabilities of a request that asks for none.</summary>
    internal static readonly IReadOnlyList<string> GpuOnly = [GpuCapability];

    private GpuRequest(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>How many GPUs; -1 for all, 0 where devices are named instead.</summary>
    public long Count
    {
        get => Known(field);
        private set;
    }

    /// <summary>Indexes, UUIDs or MIG ids of the devices; empty when GPUs are counted.</summary>
    public IReadOnlyList<string> DeviceIds
    {
        get => Known(field);
        private set;
    } = [];

    /// <summary>The driver; empty for the engine's choice.</summary>
    public string Driver
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>What the driver must offer, in order; <c>gpu</c> is always the last.</summary>
    public IReadOnlyList<string> Capabilities
    {
        get => Known(field);
        private set;
    } = GpuOnly;

    /// <summary>Options for the driver.</summary>
    public IReadOnlyDictionary<string, string> Options
    {
        get => Known(field);
        private set;
    } = NoOptions;

    /// <summary>
    /// The same request that asks for capabilities such as <c>compute</c>, <c>utility</c> or <c>graphics</c>; <c>gpu</c> need not be named.
    /// </summary>
    /// <param name="capabilities">Names of capabilities.</param>
    /// <returns>The request with these capabilities in place of those it had.</returns>
    /// <exception cref="ArgumentException">A name holds a comma, or there is none.</exception>
    /// <exception cref="InvalidOperationException">The value is a template.</exception>
    public GpuRequest WithCapabilities(params string[] capabilities) =>
        Make(Count, DeviceIds, Driver, [.. capabilities, GpuCapability], Options);

    /// <summary>The same request for one driver, such as <c>nvidia</c>.</summary>
    /// <param name="driver">Name of the driver; empty for the engine's choice.</param>
    /// <returns>The request for the driver.</returns>
    /// <exception cref="InvalidOperationException">The value is a template.</exception>
    public GpuRequest WithDriver(string driver) => Make(Count, DeviceIds, driver, Capabilities, Options);

    /// <summary>The same request with one more option for the driver.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The request with the option; an option of the same name is replaced.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a <c>=</c>.</exception>
    /// <exception cref="InvalidOperationException">The value is a template.</exception>
    public GpuRequest WithOption(string name, string value)
    {
        var options = Options.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        options[name] = value;
        return Make(Count, DeviceIds, Driver, Capabilities, options);
    }

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The request; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a request for GPUs.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out GpuRequest? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var request = new GpuRequest(text);
        error = Suggestion.Check(new Parser(text, request).Read(), static meant => new Parser(meant, new GpuRequest(meant)).Read());
        value = error is null ? request : null;
        return value is not null;
    }

    /// <summary>
    /// Whether the text is a request beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    internal static bool IsPlain(string text) => text == "all";

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The request, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a request nor a template.</exception>
    public static GpuRequest Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator GpuRequest(string text) => Parse(text);

    /// <inheritdoc cref="Gpus.Count"/>
    public static implicit operator GpuRequest(int count) => Gpus.Count(count);

    /// <summary>Writes the parts so that docker reads them back.</summary>
    internal static GpuRequest Make(
        long count,
        IReadOnlyList<string> deviceIds,
        string driver,
        IReadOnlyList<string> capabilities,
        IReadOnlyDictionary<string, string> options
    )
    {
        var fields = new List<string>();
        if (deviceIds.Count == 0 || count != 0)
        {
            fields.Add(count == -1 ? "all" : count.ToString(CultureInfo.InvariantCulture));
        }

        if (deviceIds.Count > 0)
        {
            fields.Add("device=" + string.Join(",", deviceIds));
        }

        if (driver.Length > 0)
        {
            fields.Add("driver=" + driver);
        }

        if (capabilities.Count > 1)
        {
            fields.Add("capabilities=" + string.Join(",", capabilities.Take(capabilities.Count - 1)));
        }

        if (options.Count > 0)
        {
            fields.Add("options=" + CsvRecord.Write(options.Select(pair => pair.Key + "=" + pair.Value)));
        }

        return ValueFactory.Make(
            CsvRecord.Write(fields),
            TryParse,
            Template,
            made =>
                made.Count == count
                && made.Driver == driver
                && made.DeviceIds.SequenceEqual(deviceIds)
                && made.Capabilities.SequenceEqual(capabilities)
                && made.Options.Count == options.Count
                && options.All(pair => made.Options.TryGetValue(pair.Key, out var read) && read == pair.Value)
        );
    }

    private static GpuRequest Template(string text) => new(text, isTemplate: true);
}
