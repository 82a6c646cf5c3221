using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Structure;

/// <summary>The sources of a product project, compiled in memory as its build compiles them.</summary>
public sealed class SourceProject
{
    private readonly Dictionary<SyntaxTree, SourceFile> _files;

    private SourceProject(string name, CSharpCompilation compilation, Dictionary<SyntaxTree, SourceFile> files)
    {
        Name = name;
        Compilation = compilation;
        _files = files;
    }

    /// <summary>The names of the product projects, from the bottom layer up.</summary>
    public static IReadOnlyList<string> Names { get; } = ["LaunchSdk", "LaunchSdk.Docker", "LaunchSdk.Agent", "LaunchSdk.Cli"];

    /// <summary>The project's name, which is also its folder below <c>src</c>.</summary>
    public string Name { get; }

    /// <summary>The hand-written and the generated sources together.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The hand-written files.</summary>
    public IReadOnlyCollection<SourceFile> Files => _files.Values;

    /// <summary>Reads a project that has been built in the Release configuration: the build's output has its generated sources.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The project.</returns>
    /// <exception cref="InvalidOperationException">The project has not been built.</exception>
    public static SourceProject Load(string root, string name)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var files = HandWritten(root, name).ToDictionary(path => Parse(path, options), path => new SourceFile(path, FolderOf(root, path)));
        var built = Path.Combine(root, "artifacts", "obj", name, "release");
        var generated = Path.Combine(built, "generated");
        if (!Directory.Exists(generated))
        {
            const string Build = "dotnet build src/LaunchSdk.Cli --configuration Release -p:EmitCompilerGeneratedFiles=true";
            throw new InvalidOperationException($"{name} has no generated sources in {generated}: run `{Build}` first.");
        }

        var others = Directory
            .EnumerateFiles(generated, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(built, "*.GlobalUsings.g.cs"))
            .Select(path => Parse(path, options));
        var compilation = CSharpCompilation.Create(
            AssemblyOf(name),
            files.Keys.Concat(others),
            References(name),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        return new SourceProject(name, compilation, files);
    }

    /// <summary>The hand-written file of a tree; null for a generated one.</summary>
    /// <param name="tree">A tree of <see cref="Compilation"/>.</param>
    /// <returns>The file.</returns>
    public SourceFile? Find(SyntaxTree tree) => _files.GetValueOrDefault(tree);

    /// <summary>The trees of the hand-written files.</summary>
    /// <returns>Each tree with its file.</returns>
    public IEnumerable<KeyValuePair<SyntaxTree, SourceFile>> Trees() => _files;

    private static IEnumerable<string> HandWritten(string root, string name)
    {
        string[] folders = name == "LaunchSdk" ? ["LaunchSdk", "Shared"] : [name];
        return folders
            .Select(folder => Path.Combine(root, "src", folder))
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
    }

    private static string FolderOf(string root, string path) =>
        Path.GetRelativePath(Path.Combine(root, "src"), Path.GetDirectoryName(path)!).Replace('\\', '/');

    private static SyntaxTree Parse(string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path);

    private static string AssemblyOf(string name) => name == "LaunchSdk.Cli" ? "launch" : name;

    private static IEnumerable<MetadataReference> References(string name)
    {
        var above = Names.SkipWhile(other => other != name).Select(AssemblyOf).ToHashSet();
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !above.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
