namespace LaunchSdk.Docker.Translation;

/// <summary>Paths of the client inside option values.</summary>
internal static class ClientPath
{
    /// <summary>
    /// A path that starts with a dot is taken from the working directory, without <c>.</c>, <c>..</c> and doubled separators; any other is
    /// left as it is.
    /// </summary>
    public static string MakeAbsolute(string path, string workingDirectory) =>
        path.StartsWith('.') ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingDirectory)) : path;

    /// <summary>The same for the source of <c>source:target</c>.</summary>
    public static string MakeSourceAbsolute(string volume, string workingDirectory)
    {
        var colon = volume.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? volume : MakeAbsolute(volume[..colon], workingDirectory) + volume[colon..];
    }
}
