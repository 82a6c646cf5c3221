using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds the Dockerfile of a source, or writes one.</summary>
public static class JobDockerfile
{
    /// <summary>The name that W&amp;B gives to a Dockerfile beside the entry point.</summary>
    public const string FileName = "Dockerfile.wandb";

    /// <summary>
    /// Takes the Dockerfile of the run, else of the job, else <c>Dockerfile.wandb</c> beside the entry point or in the source's root, else
    /// writes one.
    /// </summary>
    /// <param name="directory">The source's root.</param>
    /// <param name="options">What job, run and queue say.</param>
    /// <param name="flavor">What builds it.</param>
    /// <returns>The Dockerfile.</returns>
    /// <exception cref="BuildInputException">A named Dockerfile is not there or cannot be read, or none can be written. All problems are
    /// told.</exception>
    public static Dockerfile Choose(string directory, JobImageOptions options, BuilderFlavor flavor)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        var files = new SourceFiles(directory);
        return Read(files, options.OverrideDockerfile, DockerfileOrigin.Override)
            ?? Read(files, options.JobDockerfile, DockerfileOrigin.Job)
            ?? EntryPointFolders(files, options.EntryPoint)
                .Where(files.Exists)
                .Select(path => Read(files, path, DockerfileOrigin.BesideEntryPoint))
                .FirstOrDefault()
            ?? DockerfileGenerator.Generate(Plan(files, options), flavor);
    }

    /// <summary>
    /// What a generated Dockerfile would say, found in the source: its requirements, its version of Python, its .NET project.
    /// </summary>
    /// <param name="directory">The source's root.</param>
    /// <param name="options">What job, run and queue say.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="BuildInputException">A file of the source cannot be read. All problems are told.</exception>
    public static JobImagePlan Plan(string directory, JobImageOptions options)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(options);
        return Plan(new SourceFiles(directory), options);
    }

    private static JobImagePlan Plan(SourceFiles files, JobImageOptions options) =>
        new()
        {
            Runtime = RuntimeFinder.Find(files, options),
            EntryPoint = options.EntryPoint,
            BaseImage = options.BaseImage,
            AcceleratorBaseImage = options.AcceleratorBaseImage,
            User = options.User,
            WorkingDirectory = options.WorkingDirectory,
        };

    private static Dockerfile? Read(SourceFiles files, SourcePath? path, DockerfileOrigin origin) =>
        path is null ? null : Dockerfile.Parse(files.ReadRequired(path), origin, path.Text);

    // The program itself, or the script that an interpreter is given: whichever words are files of the source.
    private static IEnumerable<SourcePath> EntryPointFolders(SourceFiles files, IReadOnlyList<string> entryPoint) =>
        entryPoint
            .Select(static word => SourcePath.TryParse(word, out var path, out _) ? path : null)
            .OfType<SourcePath>()
            .Where(files.Exists)
            .Select(static path => SourcePath.Parse($"{path.Folder}/{FileName}".TrimStart('/')))
            .Append(SourcePath.Parse(FileName));
}
