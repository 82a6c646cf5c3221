namespace LaunchSdk.Values;

/// <summary>Lower case as Go's <c>strings.ToLower</c> writes it.</summary>
internal static class GoCase
{
    /// <summary>The text in lower case, of the same length: dotted capital I and the Kelvin sign become ASCII in Go, not in .NET.</summary>
    public static string ToLower(string text) => text.Replace('\u0130', 'i').Replace('\u212a', 'k').ToLowerInvariant();
}
