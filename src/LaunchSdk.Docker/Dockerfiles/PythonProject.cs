using Tomlyn;
using Tomlyn.Model;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What a pyproject.toml says about the environment.</summary>
/// <param name="Dependencies">Its <c>project.dependencies</c>.</param>
/// <param name="Version">The version that fits <c>project.requires-python</c>; null where it says nothing.</param>
internal sealed record PythonProject(IReadOnlyList<string> Dependencies, PythonVersion? Version)
{
    public static SourcePath File { get; } = SourcePath.Parse("pyproject.toml");

    /// <summary>Reads it; null when there is none, or it cannot be read.</summary>
    public static PythonProject? Read(SourceFiles files, List<string> problems)
    {
        if (files.Read(File) is not { } text)
        {
            return null;
        }

        try
        {
            var root = TomlSerializer.Deserialize(text, TomlContext.Default.TomlTable);
            return root is not null && root.TryGetValue("project", out var value) && value is TomlTable project
                ? new PythonProject(ReadDependencies(project, problems), ReadVersion(project, problems))
                : new PythonProject([], null);
        }
        catch (TomlException e)
        {
            problems.Add($"{File}: not TOML: {e.Message.ReplaceLineEndings(" ").Trim()}");
            return null;
        }
    }

    private static List<string> ReadDependencies(TomlTable project, List<string> problems)
    {
        if (!project.TryGetValue("dependencies", out var value))
        {
            return [];
        }

        if (value is not TomlArray array || array.Any(static item => item is not string))
        {
            problems.Add($"{File}: project.dependencies is not an array of strings: write for example dependencies = [\"numpy>=1.26\"]");
            return [];
        }

        var dependencies = array.OfType<string>().Select(static text => text.Trim()).ToList();
        problems.AddRange(
            dependencies
                .Where(static dependency => !PythonDependency.IsValid(dependency))
                .Select(static wrong => $"{File}: {PythonDependency.Refuse(wrong)}")
        );
        return dependencies;
    }

    private static PythonVersion? ReadVersion(TomlTable project, List<string> problems)
    {
        if (!project.TryGetValue("requires-python", out var value))
        {
            return null;
        }

        if (value is string text && VersionRange.TryChoose(text, out var version))
        {
            return version;
        }

        problems.Add($"{File}: no version of Python that jobs are built with fits requires-python '{value}': write for example \">=3.10\"");
        return null;
    }
}
