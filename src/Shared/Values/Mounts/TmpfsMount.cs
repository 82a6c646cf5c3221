using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// A file system in memory (<c>docker run --tmpfs</c>): <c>path[:options]</c>. Every text is one; the engine reads the options.
/// </summary>
public sealed partial class TmpfsMount : DockerValue
{
    private TmpfsMount(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Where the container sees it.</summary>
    public string Path
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Options of mount(8) with commas between them, such as <c>size=64m,mode=1777</c>; empty when there are none.</summary>
    public string Options
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>A file system in memory at a path, with the engine's default options.</summary>
    /// <param name="path">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">The path holds a colon.</exception>
    public static TmpfsMount At(string path) => ValueFactory.Make(path ?? "", TryParse, Template, made => made.Path == path);

    /// <summary>A file system in memory at a path, with options such as <c>size=64m,noexec</c>.</summary>
    /// <param name="path">Absolute path in the container.</param>
    /// <param name="options">Options of mount(8) with commas between them.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">The path holds a colon.</exception>
    public static TmpfsMount At(string path, string options) =>
        ValueFactory.Make(path + ":" + options, TryParse, Template, made => made.Path == path);

    /// <summary>Reads the text as docker does, which takes any; templates are not known here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The mount.</param>
    /// <param name="error">Always null.</param>
    /// <returns>Always true.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out TmpfsMount? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var colon = text.IndexOf(':');
        value =
            colon < 0
                ? new TmpfsMount(text) { Path = text }
                : new TmpfsMount(text) { Path = text.Substring(0, colon), Options = text.Substring(colon + 1) };
        error = null;
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The mount, or the template.</returns>
    public static TmpfsMount Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator TmpfsMount(string text) => Parse(text);

    private static TmpfsMount Template(string text) => new(text, isTemplate: true);
}
