namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds where a source names its Python packages: requirements.txt, else pyproject.toml, else requirements.frozen.txt, else conda's environment.yml.</summary>
internal static class RequirementsFinder
{
    private static readonly SourcePath Plain = SourcePath.Parse("requirements.txt");
    private static readonly SourcePath Frozen = SourcePath.Parse("requirements.frozen.txt");
    private static readonly SourcePath[] Conda = [SourcePath.Parse("environment.yml"), SourcePath.Parse("environment.yaml")];

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
