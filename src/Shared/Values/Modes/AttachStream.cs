using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// A stream of the container that docker attaches to (<c>attach</c>): <c>stdin</c>, <c>stdout</c> or <c>stderr</c>, in any case.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream is what docker calls it; the type is none of .NET's.")]
public sealed partial class AttachStream : DockerValue
{
    private static readonly string[] Words = ["stdin", "stdout", "stderr"];
    private readonly string _name = string.Empty;

    private AttachStream(string text, string name)
        : base(text) => _name = name;

    private AttachStream(string text)
        : base(text, isTemplate: true) { }

    /// <summary>Standard input.</summary>
    public static AttachStream Stdin { get; } = new("stdin", "stdin");

    /// <summary>Standard output.</summary>
    public static AttachStream Stdout { get; } = new("stdout", "stdout");

    /// <summary>Standard error.</summary>
    public static AttachStream Stderr { get; } = new("stderr", "stderr");

    /// <summary>The stream's name in lower case.</summary>
    public string Name => Known(_name);

    /// <summary>Reads a stream's name as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The stream; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is the name of a stream.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out AttachStream? value, [NotNullWhen(false)] out GrammarError? error)
    {
        foreach (var word in Words)
        {
            if (GoText.EqualsIgnoringCase(text, word))
            {
                value = new AttachStream(text, word);
                error = null;
                return true;
            }
        }

        value = null;
        error = Refusal.OneOf(text, "a stream to attach", Words);
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The stream, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a stream's name nor a template.</exception>
    public static AttachStream Parse(string text) => ValueParser.Parse<AttachStream>(text, TryParse, static t => new AttachStream(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator AttachStream(string text) => Parse(text);
}
