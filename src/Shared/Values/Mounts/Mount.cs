using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A mount in docker's long notation (<c>docker run --mount</c>): one CSV record such as <c>type=bind,source=/data,target=/data,readonly</c>.</summary>
/// <remarks>
/// Keys may be written in either case; the last of several equal keys counts. A source that starts with a dot is kept here as written:
/// making it absolute needs the working directory. Blanks around the whole text do not count.
/// A value with a comma needs double quotes around its field: <c>"volume-opt=o=addr=10.0.0.1,rw"</c>.
/// </remarks>
public sealed partial class Mount : DockerValue
{
    private Mount(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary><c>volume</c> unless the text says otherwise: <c>bind</c>, <c>tmpfs</c>, <c>image</c>, <c>npipe</c>, <c>cluster</c>; in lower case. The engine checks it.</summary>
    public string Type
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Path on the host, name of a volume or an image; empty for an anonymous volume or tmpfs.</summary>
    public string Source
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Path in the container; empty where none is given, which the engine refuses.</summary>
    public string Target
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The container cannot write to it.</summary>
    public bool IsReadOnly
    {
        get => Known(field);
        private init;
    }

    /// <summary><c>consistent</c>, <c>cached</c>, <c>delegated</c> or <c>default</c> in lower case; empty when not given.</summary>
    public string Consistency
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Set when a <c>bind-*</c> key is given that says something.</summary>
    public MountBindOptions? BindOptions
    {
        get => Known(field);
        private init;
    }

    /// <summary>Set when a <c>volume-*</c> key is given.</summary>
    public MountVolumeOptions? VolumeOptions
    {
        get => Known(field);
        private init;
    }

    /// <summary>Set when an <c>image-*</c> key is given.</summary>
    public MountImageOptions? ImageOptions
    {
        get => Known(field);
        private init;
    }

    /// <summary>Set when a <c>tmpfs-*</c> key is given.</summary>
    public MountTmpfsOptions? TmpfsOptions
    {
        get => Known(field);
        private init;
    }

    /// <summary>A path of the host.</summary>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Bind(string source, string target) => Make("bind", source, target);

    /// <summary>A volume with a name.</summary>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Volume(string volume, string target) => Make("volume", volume, target);

    /// <summary>The files of an image, read-only.</summary>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Image(string image, string target) => Make("image", image, target);

    /// <summary>A file system in memory, of the engine's default size.</summary>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Tmpfs(string target) =>
        ValueFactory.Make(CsvRecord.Write(["type=tmpfs", "target=" + target]), TryParse, Template, made => made.Target == target);

    /// <summary>A file system in memory of at most a size.</summary>
    /// <exception cref="ArgumentException">A part is empty, or has blanks around it.</exception>
    public static Mount Tmpfs(string target, ByteSize size) => Tmpfs(target).With("tmpfs-size", size.Text);

    /// <summary>The same mount that the container cannot write to.</summary>
    public Mount AsReadOnly() => ValueFactory.Make(Text + ",readonly", TryParse, Template, static made => made.IsReadOnly);

    /// <summary>The same mount with one more field by docker's key, such as <c>volume-label</c>, <c>bind-propagation</c> or <c>tmpfs-mode</c>.</summary>
    /// <exception cref="ArgumentException">Docker does not know the key, or refuses the value beside the others.</exception>
    public Mount With(string key, string value) =>
        ValueFactory.Make(Text + "," + CsvRecord.Write([key + "=" + value]), TryParse, Template, static _ => true);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Mount? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var parts = new MountText(GoText.TrimSpace(text));
        error = Suggestion.Check(parts.Read(), static meant => new MountText(meant).Read())?.Within(text, parts.Text);
        value = error is not null
            ? null
            : new Mount(text)
            {
                Type = parts.Type,
                Source = parts.Source,
                Target = parts.Target,
                IsReadOnly = parts.IsReadOnly,
                Consistency = parts.Consistency,
                BindOptions = parts.Bind,
                VolumeOptions = parts.Volume,
                ImageOptions = parts.Image,
                TmpfsOptions = parts.Tmpfs,
            };
        return value is not null;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <exception cref="FormatException">The text is neither a mount nor a template.</exception>
    public static Mount Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <summary>As <see cref="Parse"/>.</summary>
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
