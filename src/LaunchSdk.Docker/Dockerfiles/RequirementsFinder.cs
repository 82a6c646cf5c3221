namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>
/// Finds where a source names its Python packages: requirements.txt, else pyproject.toml, else requirements.frozen.txt, else conda's
/// environment.yml.
/// </summary>
internal static class RequirementsFinder
{
    /// <summary>The packages that a job was made with, as W&amp;B keeps them beside its code.</summary>
    public const string FrozenName = "requirements.frozen.txt";

    private static readonly SourcePath Plain = SourcePath.Parse("requirements.txt");
    private static readonly SourcePath Frozen = SourcePath.Parse(FrozenName);
    private static readonly SourcePath[] Conda = [SourcePath.Parse("environment.yml"), SourcePath.Parse("environment.yaml")];

    /// <summary>Whether the source names packages, in whichever file.</summary>
    public static bool HasAny(SourceFiles files) =>
        files.Exists(Plain) || files.Exists(PythonProject.File) || files.Exists(Frozen) || Array.Exists(Conda, files.Exists);

    public static PythonRequirements Find(SourceFiles files, PythonProject? project, List<string> problems)
    {
        if (files.Exists(Plain))
        {
            return RequirementsFile.Read(files, Plain, problems);
        }

        if (project is { Dependencies.Count: > 0 })
        {
            return problems.Count == 0 ? PythonRequirements.FromProject(PythonProject.File, project.Dependencies) : PythonRequirements.None;
        }

        return files.Exists(Frozen) ? RequirementsFile.Read(files, Frozen, problems)
            : Array.Find(Conda, files.Exists) is { } conda ? PythonRequirements.FromConda(conda)
            : PythonRequirements.None;
    }
}
