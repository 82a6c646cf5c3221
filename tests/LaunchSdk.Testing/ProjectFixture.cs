using Xunit;

namespace LaunchSdk.Testing;

/// <summary>
/// A folder of <c>tests/Fixtures/configs/project</c>: the <c>launch-config.yaml</c> and <c>queues/</c> of a project, each file with the
/// problems that it
/// must give among the others, as a <see cref="ConfigFixture"/> has them. All severities count.
/// </summary>
/// <param name="name">The folder's name.</param>
public sealed class ProjectFixture(string name) : NamedFixture(name)
{
    private static readonly string Root = Repository.Combine("tests", "Fixtures", "configs", "project");

    /// <summary>For the test runner.</summary>
    public ProjectFixture()
        : this("") { }

    /// <summary>The folder.</summary>
    public string FullPath => Path.Combine(Root, Name);

    /// <summary>The files, <c>launch-config.yaml</c> first.</summary>
    public IReadOnlyList<ConfigFixture> Files =>
        [
            .. Directory
                .EnumerateFiles(FullPath, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".json" or ".yaml")
                .Select(file => new ConfigFixture($"project/{Name}/{Path.GetRelativePath(FullPath, file).Replace('\\', '/')}"))
                .OrderBy(file => file.Kind, StringComparer.Ordinal)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];

    /// <summary>The problems of all files, <c>queues/gpu.yaml: LSDK0003 @ 4:11</c>, ordered as text.</summary>
    public IReadOnlyList<string> Expected =>
        [.. Files.SelectMany(file => file.Expected.Select(problem => $"{PathOf(file.FullPath)}: {problem}")).Order(StringComparer.Ordinal)];

    /// <summary><see cref="Expected"/> without the names of C# members, which only a compiler minds.</summary>
    public IReadOnlyList<string> ExpectedWithoutCompiler =>
        [.. Expected.Where(problem => !problem.Contains(": LSDK03", StringComparison.Ordinal))];

    /// <summary>Every project.</summary>
    public static TheoryData<ProjectFixture> All() =>
        [
            .. Directory
                .EnumerateDirectories(Root)
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
                .Select(folder => new ProjectFixture(folder)),
        ];

    /// <summary>A file's path below the folder, with <c>/</c>.</summary>
    public string PathOf(string file) => Path.GetRelativePath(FullPath, file).Replace('\\', '/');
}
