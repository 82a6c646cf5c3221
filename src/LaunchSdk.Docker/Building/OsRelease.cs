namespace LaunchSdk.Docker.Building;

/// <summary>The file os-release of a Linux system.</summary>
internal static class OsRelease
{
    private const string Key = "PRETTY_NAME=";

    /// <summary>The system's name, such as <c>Debian GNU/Linux 12 (bookworm)</c>; null where the text has none.</summary>
    public static string? NameOf(string? text) =>
        text
            ?.Split('\n')
            .Where(static line => line.StartsWith(Key, StringComparison.Ordinal))
            .Select(static line => line[Key.Length..].Trim().Trim('"', '\''))
            .FirstOrDefault(static name => name.Length > 0);
}
