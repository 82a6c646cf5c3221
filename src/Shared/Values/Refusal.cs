namespace LaunchSdk.Values;

/// <summary>Builds the errors of the value types: the value, the rule, the way out.</summary>
internal static class Refusal
{
    /// <summary>
    /// <c>'512mb2' is not a docker size (...): write 512m</c>; without a suggestion the sentence ends with <paramref name="wayOut"/>.
    /// </summary>
    public static GrammarError Of(string text, string rule, string wayOut, string? suggestion = null) =>
        GrammarError.Whole(text, $"'{text}' is not {rule}: {(suggestion is null ? wayOut : "write " + suggestion)}", suggestion);

    /// <summary>As <see cref="Of"/> for a text that is one of a few words.</summary>
    public static GrammarError OneOf(string text, string what, IReadOnlyList<string> words)
    {
        var trimmed = GoText.TrimSpace(text);
        var suggestion =
            words.FirstOrDefault(word => string.Equals(word, trimmed, StringComparison.OrdinalIgnoreCase))
            ?? Problems.NearestName.FindOne(trimmed, words);
        return Of(text, $"{what} ({string.Join(", ", words)})", "write one of them, or leave the option out", suggestion);
    }
}
