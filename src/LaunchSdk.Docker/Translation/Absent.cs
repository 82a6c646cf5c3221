namespace LaunchSdk.Docker.Translation;

/// <summary>What is empty is left out of the request, as docker does: an empty value is not the same to every engine.</summary>
internal static class Absent
{
    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    public static Dictionary<string, string>? NullIfEmpty(IReadOnlyDictionary<string, string> map) =>
        map.Count == 0 ? null : new Dictionary<string, string>(map, StringComparer.Ordinal);
}
