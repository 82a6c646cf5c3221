using System.Text;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Building;

/// <summary>The names of images that have no destination.</summary>
internal static class JobImageName
{
    // A host that no registry can have: nothing that others publish can take the image's place.
    private const string Prefix = "localhost/launch/";

    /// <summary>The repository of a source's image: <c>localhost/launch/</c> and the name of its folder.</summary>
    /// <param name="source">The source.</param>
    /// <param name="directory">Its files.</param>
    public static string Of(BuildSource source, string directory)
    {
        var name = source is GitSource git
            ? (git.Folder ?? git.Repository).TrimEnd('/').Split('/', ':')[^1]
            : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        return Prefix + Component(name.EndsWith(".git", StringComparison.Ordinal) ? name[..^".git".Length] : name);
    }

    // Lower-case letters and digits, with single separators between them.
    private static string Component(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var component = text.ToString().TrimEnd('-');
        return component.Length == 0 ? "job" : component[..Math.Min(component.Length, 100)].TrimEnd('-');
    }
}
