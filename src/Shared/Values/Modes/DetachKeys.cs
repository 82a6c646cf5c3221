using System.Diagnostics.CodeAnalysis;
using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>The keys that leave an attached container without stopping it (<c>detach-keys</c>), such as <c>ctrl-p,ctrl-q</c>.</summary>
/// <remarks>Docker checks them also where nothing is attached. An empty text leaves the choice to docker's configuration.</remarks>
public sealed partial class DetachKeys : DockerValue
{
    private const string Kind =
        "a sequence of keys (with commas between them: "
        + "one ASCII character, ctrl- and a lower-case letter or one of @ [ \\ ] ^ _, or DEL)";

    private DetachKeys(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Whether the text is empty, as if the option were absent.</summary>
    public bool IsUnset => Known(Text.Length == 0);

    /// <summary>The keys one by one, such as <c>ctrl-p</c> and <c>ctrl-q</c>; none when unset.</summary>
    public IReadOnlyList<string> Keys => IsUnset ? [] : Text.Split(',');

    /// <summary>Reads keys as docker's client does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The keys; null when the text is not a sequence of keys.</param>
    /// <param name="error">Why it is none.</param>
    /// <returns>Whether the text is a sequence of keys, or empty.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DetachKeys? value, [NotNullWhen(false)] out GrammarError? error)
    {
        error = text.Length == 0 ? null : Suggestion.Check(Find(text), Find);
        value = error is null ? new DetachKeys(text) : null;
        return value is not null;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="FormatException">The text is neither a sequence of keys nor a template.</exception>
    public static DetachKeys Parse(string text) =>
        ValueParser.Parse<DetachKeys>(text, TryParse, static t => new DetachKeys(t, isTemplate: true));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DetachKeys(string text) => Parse(text);

    private static GrammarError? Find(string text)
    {
        for (var start = 0; start <= text.Length; )
        {
            var comma = text.IndexOf(',', start);
            var end = comma < 0 ? text.Length : comma;
            var key = text.Substring(start, end - start);
            if (!IsKey(key))
            {
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{key}' is not a key; write for example ctrl-p,ctrl-q",
                    TextRange.Between(start, end),
                    Meant(key) is { } meant ? $"{text.Substring(0, start)}{meant}{text.Substring(end)}" : null
                );
            }

            start = end + 1;
        }

        return null;
    }

    // A key is one byte, or has a name.
    private static bool IsKey(string key) => key.Length == 1 ? Encoding.UTF8.GetByteCount(key) == 1 : key == "DEL" || IsControl(key);

    private static bool IsControl(string key) =>
        key.Length == 6 && key.StartsWith("ctrl-", StringComparison.Ordinal) && key[5] is (>= 'a' and <= 'z') or '@' or (>= '[' and <= '_');

    private static string? Meant(string key)
    {
        var tidy = GoText.TrimSpace(key);
        var lower = tidy.ToLowerInvariant().Replace('+', '-').Replace("^", "ctrl-");
        var candidates = new[] { tidy, lower, lower.ToUpperInvariant() };
        return Array.Find(candidates, IsKey);
    }
}
