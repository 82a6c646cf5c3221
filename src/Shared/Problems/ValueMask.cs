namespace LaunchSdk.Problems;

/// <summary>Hides values of options that may hold a secret: whole, in parts, and cut.</summary>
internal sealed class ValueMask
{
    // A shorter part would be found in words that have nothing to do with the secret.
    private const int ShortestPart = 3;
    private const int LongestShown = 2_000;
    private const int LongestDivided = 20_000;

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '=', ':', ',', ';', '\'', '"', '[', ']', '(', ')'];

    private readonly List<(string Written, string Shown)> _values = [];
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>A mask of a few values.</summary>
    /// <param name="values">The values, <c>NAME=value</c> or a name alone.</param>
    /// <param name="names">What is no secret wherever it stands, such as the option's name.</param>
    public static ValueMask Of(IEnumerable<string> values, params string?[] names)
    {
        var mask = new ValueMask();
        mask._names.UnionWith(names.OfType<string>());
        foreach (var value in values)
        {
            mask.Add(value);
        }

        return mask;
    }

    /// <summary>Adds a value of the form <c>NAME=value</c>.</summary>
    public void Add(string value) => Add(value, SecretValue.SecretStart(value));

    /// <summary>Adds a text that is a secret from its beginning.</summary>
    public void AddWhole(string secret) => Add(secret, secret.Length == 0 ? -1 : 0);

    /// <summary>The text without the values.</summary>
    public string Hide(string text)
    {
        if (text.Length == 0 || _names.Contains(text))
        {
            return text;
        }

        var found = _values.Find(value => value.Written == text);
        if (found.Shown is not null)
        {
            return found.Shown;
        }

        // No message needs more of what may hold a secret.
        if (text.Length > LongestShown)
        {
            return SecretValue.Hidden;
        }

        foreach (var (written, shown) in _values)
        {
            text = written.Length >= ShortestPart ? text.Replace(written, shown) : text;
        }

        foreach (var part in _parts)
        {
            if (text == part)
            {
                return SecretValue.Hidden;
            }

            text = part.Length >= ShortestPart ? text.Replace(part, SecretValue.Hidden) : text;
        }

        return IsCut(text) ? SecretValue.Hidden : text;
    }

    private void Add(string value, int start)
    {
        if (start < 0)
        {
            return;
        }

        _values.Add((value, value.Substring(0, start) + SecretValue.Hidden));
        _names.Add(value.Substring(0, start).TrimEnd(Separators));
        var secret = value.Substring(start);
        _parts.Add(secret);
        if (secret.Length > LongestDivided)
        {
            return;
        }

        foreach (var part in SecretValue.WithoutTemplates(secret).Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length >= ShortestPart)
            {
                _parts.Add(part);
            }
        }
    }

    // What a message shows of a long value, or of a part of one.
    private bool IsCut(string text)
    {
        var core = text.EndsWith("...", StringComparison.Ordinal) ? text.Substring(0, text.Length - 3) : text;
        if (core.Length < ShortestPart || _names.Contains(core))
        {
            return false;
        }

        return _values.Exists(value =>
            value.Written.Length > core.Length
            && SecretValue.WithoutTemplates(value.Written).IndexOf(core, StringComparison.Ordinal) is var at
            && at >= 0
            && at + core.Length > value.Shown.Length - SecretValue.Hidden.Length
        );
    }
}
