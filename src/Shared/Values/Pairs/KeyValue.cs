using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>A pair <c>key=value</c> (<c>annotation</c>, <c>log-opt</c>, <c>storage-opt</c>); the first <c>=</c> divides.</summary>
public sealed partial class KeyValue : DockerValue
{
    private readonly string _key = string.Empty;
    private readonly string _value = string.Empty;

    private KeyValue(string text, int sign)
        : base(text)
    {
        _key = sign < 0 ? text : text.Substring(0, sign);
        _value = sign < 0 ? string.Empty : text.Substring(sign + 1);
    }

    private KeyValue(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The part before the first <c>=</c>; the whole text without one.</summary>
    public string Key => Known(_key);

    /// <summary>The part behind the first <c>=</c>; empty without one.</summary>
    public string Value => Known(_value);

    /// <summary>A pair from its parts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ArgumentException">The key holds <c>=</c>, so that docker would divide elsewhere.</exception>
    public static KeyValue Of(string key, string value) => Parse(PairText.Join(key, value));

    /// <summary>Reads any text; docker's client checks nothing of an annotation or a log option.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The pair; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a pair.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyValue? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = new KeyValue(text, text.IndexOf('='));
        error = null;
        return true;
    }

    /// <summary>Reads a storage option, where <c>=</c> is required.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The pair; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a pair.</returns>
    public static bool TryParseStorageOption(
        string text,
        [NotNullWhen(true)] out KeyValue? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        var sign = text.IndexOf('=');
        value = sign < 0 ? null : new KeyValue(text, sign);
        error = sign < 0 ? Refusal.Of(text, "a storage option (key=value)", "write for example size=120g", PairText.Suggest(text)) : null;
        return sign >= 0;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The pair, or the template.</returns>
    public static KeyValue Parse(string text) => ValueParser.Parse<KeyValue>(text, TryParse, static t => new KeyValue(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator KeyValue(string text) => Parse(text);
}
