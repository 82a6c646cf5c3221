namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Where the packages of a Python job are named.</summary>
public sealed record PythonRequirements
{
    private PythonRequirements(RequirementsKind kind) => Kind = kind;

    /// <summary>The kind.</summary>
    public RequirementsKind Kind { get; }

    /// <summary>The file that names them; null for <see cref="RequirementsKind.None"/>.</summary>
    public SourcePath? File { get; private init; }

    /// <summary>Files that the file includes with <c>-r</c> and <c>-c</c>, which the build stage needs as well.</summary>
    public IReadOnlyList<SourcePath> Included { get; private init; } = [];

    /// <summary>
    /// Whether packages are parts of the source itself (<c>-e .</c>, <c>./lib</c>), so that the build stage needs all of it.
    /// </summary>
    public bool NeedsSource { get; private init; }

    /// <summary>The dependencies of a pyproject.toml, each as PEP 508 writes it; empty for the other kinds.</summary>
    public IReadOnlyList<string> Dependencies { get; private init; } = [];

    /// <summary>No packages.</summary>
    public static PythonRequirements None { get; } = new(RequirementsKind.None);

    /// <summary>A file that pip reads: <c>requirements.txt</c> or <c>requirements.frozen.txt</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="included">What it includes.</param>
    /// <param name="needsSource">Whether it names parts of the source.</param>
    /// <returns>The requirements.</returns>
    public static PythonRequirements FromFile(SourcePath file, IReadOnlyList<SourcePath>? included = null, bool needsSource = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<SourcePath> others = included ?? [];
        return new(RequirementsKind.File)
        {
            File = file,
            Included = others,
            NeedsSource = needsSource || !file.IsPlain || others.Any(static path => !path.IsPlain),
        };
    }

    /// <summary>The dependencies of a pyproject.toml.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dependencies">Its <c>project.dependencies</c>.</param>
    /// <returns>The requirements.</returns>
    /// <exception cref="FormatException">One of them is not a dependency as PEP 508 writes it.</exception>
    public static PythonRequirements FromProject(SourcePath file, IReadOnlyList<string> dependencies)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        return dependencies.FirstOrDefault(static dependency => !PythonDependency.IsValid(dependency)) is { } wrong
                ? throw new FormatException(PythonDependency.Refuse(wrong))
            : dependencies.Count == 0 ? None
            : new(RequirementsKind.Project) { File = file, Dependencies = [.. dependencies] };
    }

    /// <summary>A conda environment, which brings its own Python.</summary>
    /// <param name="file">Its <c>environment.yml</c>.</param>
    /// <returns>The requirements.</returns>
    public static PythonRequirements FromConda(SourcePath file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(RequirementsKind.Conda) { File = file, NeedsSource = !file.IsPlain };
    }
}
