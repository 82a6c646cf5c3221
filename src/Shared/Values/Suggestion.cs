using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>Keeps suggestions honest: one that would be refused itself is no way out.</summary>
internal static class Suggestion
{
    /// <summary>The error without its suggestion when <paramref name="read"/> refuses that too.</summary>
    [return: NotNullIfNotNull(nameof(error))]
    public static GrammarError? Check(GrammarError? error, Func<string, GrammarError?> read) =>
        error?.Suggestion is { } meant && read(meant) is not null ? error with { Suggestion = null } : error;

    /// <summary>As <see cref="Check"/>; where nothing better is known, white space around the text was not meant.</summary>
    [return: NotNullIfNotNull(nameof(error))]
    public static GrammarError? CheckOrTrim(GrammarError? error, string text, Func<string, GrammarError?> read)
    {
        if (error is null)
        {
            return null;
        }

        var tidy = GoText.TrimSpace(text);
        return error.Suggestion is null && tidy.Length < text.Length ? Check(error with { Suggestion = tidy }, read) : Check(error, read);
    }
}
