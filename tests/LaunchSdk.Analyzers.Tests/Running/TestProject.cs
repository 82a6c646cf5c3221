extern alias Library;

using LaunchSdk.Analyzers.Files;
using LaunchSdk.Analyzers.Generation;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>A project in memory: its files, analyzed and generated from as the compiler does.</summary>
internal static class TestProject
{
    private static readonly ProjectOptions Options = new();

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll")
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Library::LaunchSdk.DockerQueue).Assembly.Location),
    ];

    /// <summary>The diagnostics of the files, <c>LSDK0005 @ 1:9</c>, in the order of path and text.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(params ProjectFile[] files)
    {
        var analysis = Compile("")
            .WithAnalyzers([new ConfigFileAnalyzer(), new ProjectAnalyzer()], new AnalyzerOptions([.. files], Options));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics
                .OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(found => found.Location.SourceSpan.Start)
                .ThenBy(found => found.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Id and place of a diagnostic, both from 1.</summary>
    public static string Place(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{diagnostic.Id} @ {start.Line + 1}:{start.Character + 1}";
    }

    /// <summary>Runs the generator over the files, with every check of a run.</summary>
    public static CheckedGenerator Generate(params ProjectFile[] files) =>
        CheckedGenerator.Run(new LaunchGenerator(), Compile(""), files, Options, StepNames.FindFiles);

    /// <summary>A compilation of one source file, with warnings as errors and no implicit usings.</summary>
    public static CSharpCompilation Compile(string source) =>
        CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "Program.cs")],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error
            )
        );
}
