using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>What the types of the form <c>key=value</c> share.</summary>
internal static class PairText
{
    /// <summary>The text of a pair.</summary>
    /// <exception cref="ArgumentException">The key holds <c>=</c>.</exception>
    public static string Join(string key, string value)
    {
        if (key is null || value is null)
        {
            throw new ArgumentNullException(key is null ? nameof(key) : nameof(value));
        }

        return key.IndexOf('=') < 0
            ? string.Concat(key, "=", value)
            : throw new ArgumentException(
                MessageText.Of(
                    $"'{SecretValue.Show(key)}' is not a key (docker divides a pair at its first '='): leave the sign out of the key"
                ),
                nameof(key)
            );
    }

    /// <summary><c>key: value</c> and <c>key:value</c> mean <c>key=value</c>; null when the text has no colon either.</summary>
    public static string? Suggest(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 ? string.Concat(GoText.TrimSpace(text.Remove(colon)), "=", GoText.TrimSpace(text.Substring(colon + 1))) : null;
    }
}
