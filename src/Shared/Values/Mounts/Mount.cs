using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// A mount in docker's long notation (<c>docker run --mount</c>): one CSV record such as
/// <c>type=bind,source=/data,target=/data,readonly</c>.
/// </summary>
/// <remarks>
/// Keys may be written in either case; the last of several equal keys counts. A source that starts with a dot is kept here as written:
/// making it absolute needs the working directory. Blanks around the whole text do not count.
/// A value with a comma needs double quotes around its field: <c>"volume-opt=o=addr=10.0.0.1,rw"</c>.
/// </remarks>
public sealed partial class Mount : DockerValue
{
    private Mount(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>
    /// <c>volume</c> unless the text says otherwise: <c>bind</c>, <c>tmpfs</c>, <c>image</c>, <c>npipe</c>, <c>cluster</c>; in lower case.
    /// The engine checks it.
    /// </summary>
    public string Type
    {
        get => Known(field);
        private set;
    } = "volume";

    /// <summary>Path on the host, name of a volume or an image; empty for an anonymous volume or tmpfs.</summary>
    public string Source
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>Path in the container; empty where none is given, which the engine refuses.</summary>
    public string Target
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>The container cannot write to it.</summary>
    public bool IsReadOnly
    {
        get => Known(field);
        private set;
    }

    /// <summary><c>consistent</c>, <c>cached</c>, <c>delegated</c> or <c>default</c> in lower case; empty when not given.</summary>
    public string Consistency
    {
        get => Known(field);
        private set;
    } = "";

    /// <summary>Set when a <c>bind-*</c> key is given that says something.</summary>
    public MountBindOptions? BindOptions
    {
        get => Known(field);
        private set;
    }

    /// <summary>Set when a <c>volume-*</c> key is given.</summary>
    public MountVolumeOptions? VolumeOptions
    {
        get => Known(field);
        private set;
    }

    /// <summary>Set when an <c>image-*</c> key is given.</summary>
    public MountImageOptions? ImageOptions
    {
        get => Known(field);
        private set;
    }

    /// <summary>Set when a <c>tmpfs-*</c> key is given.</summary>
    public MountTmpfsOptions? TmpfsOptions
    {
        get => Known(field);
        private set;
    }

    /// <summary>A path of the host.</summary>
    /// <param name="source">Absolute path on the host.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Bind(string source, string target) => Make("bind", source, target);

    /// <summary>A volume with a name.</summary>
    /// <param name="volume">Name of the volume.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Volume(string volume, string target) => Make("volume", volume, target);

    /// <summary>The files of an image, read-only.</summary>
    /// <param name="image">Reference of the image.</param>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Image(string image, string target) => Make("image", image, target);

    /// <summary>A file system in memory, of the engine's default size.</summary>
    /// <param name="target">Absolute path in the container.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Tmpfs(string target) =>
        ValueFactory.Make(CsvRecord.Write(["type=tmpfs", "target=" + target]), TryParse, Template, made => made.Target == target);

    /// <summary>A file system in memory of at most a size.</summary>
    /// <param name="target">Absolute path in the container.</param>
    /// <param name="size">The largest size.</param>
    /// <returns>The mount.</returns>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Tmpfs(string target, ByteSize size) => Tmpfs(target).With("tmpfs-size", size.Text);

    /// <summary>The same mount that the container cannot write to.</summary>
    /// <returns>The read-only mount.</returns>
    public Mount AsReadOnly() => ValueFactory.Make(Text + ",readonly", TryParse, Template, static made => made.IsReadOnly);

    /// <summary>
    /// The same mount with one more field by docker's key, such as <c>volume-label</c>, <c>bind-propagation</c> or <c>tmpfs-mode</c>.
    /// </summary>
    /// <param name="key">Docker's name of the field.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The mount with the field after those it has.</returns>
    /// <exception cref="ArgumentException">Docker does not know the key, or refuses the value beside the others.</exception>
    public Mount With(string key, string value) =>
        ValueFactory.Make(Text + "," + CsvRecord.Write([key + "=" + value]), TryParse, Template, static _ => true);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The mount; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a mount.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Mount? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var tidy = GoText.TrimSpace(text);
        var mount = new Mount(text);
        error = Suggestion
            .Check(new Parser(tidy, mount).Read(), static meant => new Parser(meant, new Mount(meant)).Read())
            ?.Within(text, tidy);
        value = error is null ? mount : null;
        return value is not null;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The mount, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a mount nor a template.</exception>
    public static Mount Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator Mount(string text) => Parse(text);

    private static Mount Make(string type, string source, string target) =>
        ValueFactory.Make(
            CsvRecord.Write(["type=" + type, "source=" + source, "target=" + target]),
            TryParse,
            Template,
            made => made.Source == source && made.Target == target
        );

    private static Mount Template(string text) => new(text, isTemplate: true);
}
