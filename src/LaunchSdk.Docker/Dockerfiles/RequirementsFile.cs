using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>
/// Looks in pip's requirements files for other files that pip will want: those that they include, and parts of the source.
/// </summary>
internal static class RequirementsFile
{
    private const int MostFiles = 100;

    private static readonly string[] Including = ["-r", "--requirement", "-c", "--constraint"];
    private static readonly string[] Local = ["-e", "--editable", "-f", "--find-links"];

    public static PythonRequirements Read(SourceFiles files, SourcePath file, List<string> problems)
    {
        var seen = new List<SourcePath> { file };
        var needsSource = false;
        for (var i = 0; i < seen.Count && seen.Count < MostFiles; i++)
        {
            foreach (var line in Lines(files.ReadRequired(seen[i])))
            {
                if (Argument(line, Including) is { } included)
                {
                    Include(files, seen, seen[i], included, problems);
                }
                else
                {
                    needsSource |=
                        (Argument(line, Local) is { } local && !local.Contains("://", StringComparison.Ordinal)) || IsLocal(line);
                }
            }
        }

        return PythonRequirements.FromFile(file, [.. seen.Skip(1)], needsSource);
    }

    private static void Include(SourceFiles files, List<SourcePath> seen, SourcePath from, string included, List<string> problems)
    {
        if (included.Contains("://", StringComparison.Ordinal))
        {
            return;
        }

        if (!SourcePath.TryParse(GoPath.Clean(Path.Combine(from.Folder, included)), out var path, out var error))
        {
            problems.Add($"{from}: {error.Message}");
        }
        else if (!files.Exists(path))
        {
            problems.Add($"{from}: it includes '{included}', which is not in the source");
        }
        else if (!seen.Contains(path))
        {
            seen.Add(path);
        }
    }

    // A line that ends with a backslash goes on; a comment begins at a line's start or after a space.
    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n")
            .Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n')
            .Select(static line => line.StartsWith('#') ? "" : line.Split(" #")[0].Trim())
            .Where(static line => line.Length > 0);

    private static string? Argument(string line, string[] options)
    {
        foreach (var option in options)
        {
            if (
                line.StartsWith(option, StringComparison.Ordinal)
                && (option[1] != '-' || line.Length == option.Length || line[option.Length] is ' ' or '=' or '\t')
            )
            {
                return line[option.Length..].TrimStart(' ', '\t', '=').Trim('"', '\'');
            }
        }

        return null;
    }

    private static bool IsLocal(string line) =>
        line[0] is '.' or '/'
        || line.StartsWith("file:", StringComparison.Ordinal)
        || line.Contains("@ file:", StringComparison.Ordinal)
        || (
            line[0] != '-'
            && !line.Contains("://", StringComparison.Ordinal)
            && line.Split(' ', ';')[0].Contains('/', StringComparison.Ordinal)
        )
        || (
            line[0] != '-'
            && !line.Contains("://", StringComparison.Ordinal)
            && (
                line.Split(' ', ';')[0].EndsWith(".whl", StringComparison.Ordinal)
                || line.Split(' ', ';')[0].EndsWith(".tar.gz", StringComparison.Ordinal)
            )
        );
}
