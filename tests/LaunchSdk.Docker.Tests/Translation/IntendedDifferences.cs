namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>The recordings that LaunchSdk treats otherwise than docker, or otherwise than their tag says, each with the reason.</summary>
internal static class IntendedDifferences
{
    /// <summary>Docker accepts them and LaunchSdk refuses.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["entrypoint-list-last-wins"] = "a list on an option of one value is an error: docker would silently use the last item",
        };

    /// <summary>Tagged as misuse, and valid all the same: LaunchSdk sends what docker sends.</summary>
    public static IReadOnlyDictionary<string, string> ValidMisuse { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["misuse-bool-with-equals-false-then-true"] = "true and false are what a flag takes",
            ["misuse-value-looks-like-option-env"] = "an item of env may be any text, and it is passed on as one argument",
            ["misuse-value-dash"] = "a hostname may be any text",
        };
}
