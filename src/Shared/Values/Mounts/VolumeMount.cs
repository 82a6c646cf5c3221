using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>A volume or bind mount in docker's short notation (<c>docker run --volume</c>): <c>[source:]target[:options]</c>.</summary>
/// <remarks>
/// One letter before a colon is a Windows drive, so <c>a:/data</c> is a single path. A text of at most two bytes is a target, whatever it
/// holds.
/// A source that starts with a dot is kept here as written: making it absolute needs the working directory.
/// </remarks>
public sealed partial class VolumeMount : DockerValue
{
    private VolumeMount(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Path on the host or name of a volume, as written; null for an anonymous volume.</summary>
    public string? Source
    {
        get => Known(field);
        private init;
    }

    /// <summary>Path in the container.</summary>
    public string Target
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>
    /// What follows the target, such as <c>ro,Z</c>; null when nothing does. Docker passes options it does not know on to the engine.
    /// </summary>
    public string? Mode
    {
        get => Known(field);
        private init;
    }

    /// <summary>A volume without a name that lives as long as the container.</summary>
    public bool IsAnonymous => Source is null;

    /// <summary>
    /// The source is a path of the host, not the name of a volume: it starts with <c>.</c>, <c>/</c>, <c>~</c>, <c>\\</c> or a Windows
    /// drive.
    /// </summary>
    public bool IsBind => Source is { } source && IsPath(source);

    /// <summary>The last of <c>ro</c> and <c>rw</c> among the options is <c>ro</c>.</summary>
    public bool IsReadOnly => LastOption(static option => option is "ro" or "rw") == "ro";

    /// <summary>What the engine copies into an empty volume is left out (<c>nocopy</c>).</summary>
    public bool NoCopy => LastOption(static option => option == "nocopy") is not null;

    /// <summary>Propagation of mounts below a bind mount, such as <c>rslave</c>; null when none is given.</summary>
    public string? Propagation =>
        LastOption(static option => option is "private" or "rprivate" or "shared" or "rshared" or "slave" or "rslave");

    /// <summary>A path of the host, writable in the container.</summary>
    /// <param name="source">Path on the host; relative ones start with a dot.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">The source is no path (<c>./</c> makes one of a name), or a path holds a colon.</exception>
    public static VolumeMount Bind(string source, string target) =>
        ValueFactory.Make(source + ":" + target, TryParse, Template, made => made.IsBind && made.Source == source && made.Target == target);

    /// <summary>A volume with a name, made by the engine when there is none.</summary>
    /// <param name="volume">Name of the volume, two letters or more.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">The name is one letter or looks like a path, or a part holds a colon.</exception>
    public static VolumeMount Named(string volume, string target) =>
        ValueFactory.Make(
            volume + ":" + target,
            TryParse,
            Template,
            made => !made.IsBind && made.Source == volume && made.Target == target
        );

    /// <summary>A volume without a name.</summary>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">The path is empty or holds a colon.</exception>
    public static VolumeMount Anonymous(string target) =>
        ValueFactory.Make(target ?? "", TryParse, Template, made => made.IsAnonymous && made.Target == target);

    /// <summary>The same mount that the container cannot write to.</summary>
    /// <returns>The read-only mount.</returns>
    /// <exception cref="InvalidOperationException">The volume is anonymous, or the value is a template.</exception>
    public VolumeMount AsReadOnly() => WithOptions("ro");

    /// <summary>
    /// The same mount with options added behind those it has, such as <c>ro</c>, <c>Z</c>, <c>nocopy</c> or <c>rslave</c>.
    /// </summary>
    /// <param name="options">Options of a volume; docker passes those it does not know on to the engine.</param>
    /// <returns>The mount with the options.</returns>
    /// <exception cref="ArgumentException">An option holds a colon, or there is none.</exception>
    /// <exception cref="InvalidOperationException">The volume is anonymous, or the value is a template.</exception>
    public VolumeMount WithOptions(params string[] options)
    {
        var source =
            Source
            ?? throw new InvalidOperationException(
                MessageText.Of($"'{Text}' is an anonymous volume, which takes no options: give it a source")
            );
        var mode = Mode is null ? string.Join(",", options) : Mode + "," + string.Join(",", options);
        return ValueFactory.Make($"{source}:{Target}:{mode}", TryParse, Template, made => made.Source == source && made.Mode == mode);
    }

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The mount; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a volume.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out VolumeMount? value, [NotNullWhen(false)] out GrammarError? error)
    {
        error = Read(text, out var source, out var target, out var mode);
        value = error is null
            ? new VolumeMount(text)
            {
                Source = source,
                Target = target,
                Mode = mode,
            }
            : null;
        return value is not null;
    }

    /// <summary>
    /// Whether the text is a volume beyond doubt, found without making a value; false leaves the answer to <see cref="TryParse"/>.
    /// </summary>
    /// <remarks>One to three parts; before a colon at least three characters, so that no part is a drive.</remarks>
    internal static bool IsPlain(string text)
    {
        var start = 0;
        for (var colons = 0; colons <= 2; colons++)
        {
            var colon = text.IndexOf(':', start);
            if (colon < 0)
            {
                return start < text.Length;
            }

            if (colon - start < 3)
            {
                return false;
            }

            start = colon + 1;
        }

        return false;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The mount, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a mount nor a template.</exception>
    public static VolumeMount Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator VolumeMount(string text) => Parse(text);

    private string? LastOption(Func<string, bool> isMeant) => Mode?.Split(',').LastOrDefault(isMeant);

    private static VolumeMount Template(string text) => new(text, isTemplate: true);
}
