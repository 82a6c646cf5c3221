using LaunchSdk.Values;

namespace LaunchSdk.Docker.Contexts;

/// <summary>The lines of a .dockerignore, made into patterns as docker's command does.</summary>
internal static class IgnoreFile
{
    /// <summary>The name in the context's root; one beside a Dockerfile has the Dockerfile's name before it.</summary>
    public const string Name = ".dockerignore";

    /// <summary>The patterns in their order, each cleaned, and without a slash at its beginning.</summary>
    public static IEnumerable<string> Read(string text)
    {
        foreach (var line in text.TrimStart('\ufeff').Split('\n'))
        {
            var pattern = line.StartsWith('#') ? "" : GoText.TrimSpace(line);
            if (pattern.Length == 0)
            {
                continue;
            }

            var isException = pattern[0] == '!';
            pattern = isException ? GoText.TrimSpace(pattern[1..]) : pattern;
            pattern = pattern.Length == 0 ? "" : GoPath.Clean(pattern);
            pattern = pattern.Length > 1 && pattern[0] == '/' ? pattern[1..] : pattern;
            yield return isException ? "!" + pattern : pattern;
        }
    }
}
