using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>A configuration file as a tree of nodes that know their places, with everything that is wrong with its notation.</summary>
/// <remarks>
/// Reading never throws on what the text holds and ends in bounded time: what cannot be read is in <see cref="Problems"/>. Immutable.
/// </remarks>
public sealed class ConfigDocument
{
    private readonly DocumentSource _source;

    internal ConfigDocument(DocumentSource source, DocumentTape tape, ConfigFormat format)
    {
        _source = source;
        Format = format;
        HasRoot = tape.Count > 0;
        if (!HasRoot)
        {
            tape.AddScalar(ConfigNodeKind.Null, default, TapeFlags.Plain);
        }

        Tape = tape;
        Problems = source.Problems;
    }

    /// <summary>The file as the caller named it; <c>-</c> for standard input.</summary>
    public string Path => _source.Path;

    /// <summary>The text that offsets count in: what was read, without a byte order mark at its start.</summary>
    public string Text => _source.Text;

    /// <summary>Whether the text holds a value at all; an empty YAML file does not, and is no problem by itself.</summary>
    public bool HasRoot { get; }

    /// <summary>The document's value; without one, a <see cref="ConfigNodeKind.Null"/> at the start.</summary>
    public ConfigNode Root => new(this, 0);

    /// <summary>Broken notation, keys that stand twice and exceeded limits, in the order of the text.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether the notation is broken somewhere, so that nobody can say where each value ends.</summary>
    internal bool HasBrokenNotation => Problems.Any(static problem => problem.Rule == Syntax.Rule);

    /// <summary>A list that begins with <see cref="Problems"/>, for what is found in the values.</summary>
    internal FoundProblems CollectProblems() => _source.CollectProblems();

    /// <summary>The notation it was read as.</summary>
    internal ConfigFormat Format { get; }

    internal DocumentTape Tape { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; more than 4 MiB are refused (LSDK0014).</param>
    /// <param name="format">Its notation.</param>
    /// <param name="path">The name for messages; no file is opened.</param>
    /// <returns>The document, with the problems that were found while it was read.</returns>
    public static ConfigDocument Read(string text, ConfigFormat format, string path)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        return ReadDecoded(text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text, format, path);
    }

    /// <summary>
    /// Reads a text whose byte order mark was taken off when it was decoded: what stands at its start belongs to it, and offsets count it.
    /// </summary>
    internal static ConfigDocument ReadDecoded(string text, ConfigFormat format, string path)
    {
        var source = new DocumentSource(path, text);
        if (text.Length > ConfigLimits.MaxSize)
        {
            source.Report(LimitExceeded.Size(text.Length, "characters", ConfigLimits.MaxSize), default);
            return new ConfigDocument(source, new DocumentTape(source), format);
        }

        return Read(source, format);
    }

    /// <summary>Reads the bytes of a file: UTF-8, with or without a byte order mark.</summary>
    /// <param name="utf8">The bytes; more than 4 MiB are refused before they are decoded (LSDK0014).</param>
    /// <param name="format">The notation.</param>
    /// <param name="path">The name for messages; no file is opened.</param>
    /// <returns>The document, with the problems that were found while it was read.</returns>
    public static ConfigDocument ReadBytes(byte[] utf8, ConfigFormat format, string path)
    {
        if (utf8 is null)
        {
            throw new ArgumentNullException(nameof(utf8));
        }

        var source = Utf8Text.Decode(utf8, path);
        return source.Text.Length == 0 && source.Problems.Count > 0
            ? new ConfigDocument(source, new DocumentTape(source), format)
            : Read(source, format);
    }

    /// <summary>Reads the bytes of a file whose notation is told by its name, else by its first character.</summary>
    /// <param name="utf8">The bytes; more than 4 MiB are refused before they are decoded (LSDK0014).</param>
    /// <param name="path">The name; no file is opened.</param>
    /// <returns>The document, with the problems that were found while it was read.</returns>
    public static ConfigDocument ReadBytes(byte[] utf8, string path)
    {
        if (utf8 is null)
        {
            throw new ArgumentNullException(nameof(utf8));
        }

        return ReadBytes(utf8, ConfigFormats.Detect(path, Utf8Text.FirstCharacters(utf8)), path);
    }

    /// <summary>The line and column of an offset; offsets outside the text count as its nearest end.</summary>
    /// <param name="offset">Index of a character of <see cref="Text"/>.</param>
    /// <returns>The position; line and column count from 1.</returns>
    public TextPosition GetPosition(int offset) => _source.GetPosition(offset);

    /// <summary>A problem at a place of this document. It is not added to <see cref="Problems"/>.</summary>
    internal Problem CreateProblem(Violation violation, TextRange range, ConfigEdit? edit = null, ValueMask? mask = null) =>
        _source.CreateProblem(violation, range, edit, mask);

    private static ConfigDocument Read(DocumentSource source, ConfigFormat format)
    {
        var tape = new DocumentTape(source);
        if (format == ConfigFormat.Json)
        {
            new JsonReader(source, tape).Read();
        }
        else
        {
            new YamlReader(source, tape).Read();
        }

        return new ConfigDocument(source, tape, format);
    }
}
