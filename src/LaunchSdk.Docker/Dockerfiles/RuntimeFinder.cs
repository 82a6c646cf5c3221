using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds out what a source needs to run, by the files in its root and its entry point.</summary>
internal static class RuntimeFinder
{
    public static JobRuntime Find(SourceFiles files, JobImageOptions options)
    {
        var problems = new List<string>();
        JobRuntime? runtime =
            UsesDotNet(options.EntryPoint) && DotNetProject.Find(files, options.EntryPoint, problems) is { } dotnet ? dotnet
            : problems.Count == 0 && IsPython(files, options) ? FindPython(files, options, problems)
            : new PlainRuntime();
        return problems.Count == 0 ? runtime : throw new BuildInputException(problems);
    }

    // Without an entry point a project's own program is meant.
    private static bool UsesDotNet(IReadOnlyList<string> entryPoint) => entryPoint.Count == 0 || entryPoint[0] == "dotnet";

    private static bool IsPython(SourceFiles files, JobImageOptions options) =>
        options.PythonVersion is not null
        || options.EntryPoint.Any(static word => word.EndsWith(".py", StringComparison.Ordinal))
        || (options.EntryPoint.Count > 0 && options.EntryPoint[0].Split('/')[^1].StartsWith("python", StringComparison.Ordinal))
        || RequirementsFinder.HasAny(files)
        || PythonVersionFiles.HasAny(files);

    private static PythonRuntime FindPython(SourceFiles files, JobImageOptions options, List<string> problems)
    {
        var project = PythonProject.Read(files, problems);
        var requirements = RequirementsFinder.Find(files, project, problems);
        var version = options.PythonVersion ?? PythonVersionFiles.Find(files, problems);

        // An accelerator's image has the Python of its distribution: a range says nothing about which one to ask for.
        return new PythonRuntime(version ?? (options.AcceleratorBaseImage is null ? project?.Version : null), requirements);
    }
}
