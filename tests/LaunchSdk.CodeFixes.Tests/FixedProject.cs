extern alias sdk;

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes.Tests;

/// <summary>
/// A project in memory: an analyzer reports, the fix is applied, the text comes back. CSharpCodeFixTest throws on fixes of additional
/// files.
/// </summary>
internal sealed class FixedProject(DiagnosticAnalyzer analyzer) : IDisposable
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(sdk::LaunchSdk.DockerQueueConfig).Assembly.Location),
    ];

    // What the package's targets say of each file through MSBuild.
    private static readonly string KindOfFiles =
        "is_global = true\n"
        + string.Concat(
            from file in ((string Name, string Kind)[])
                [("a", "queue"), ("b", "queue"), ("queue", "queue"), ("agent", "agent"), ("job", "job")]
            from ending in (string[])["yaml", "json"]
            select $"[/project/{file.Name}.{ending}]\nbuild_metadata.AdditionalFiles.LaunchSdkKind = {file.Kind}\n"
        );

    private readonly AdhocWorkspace _workspace = new();
    private readonly ConfigEditFix _fix = new();

    /// <summary>The C# file after its first fix.</summary>
    public async Task<string> FixCode(string code, Encoding? encoding = null)
    {
        var document = NewProject().AddDocument("Program.cs", SourceText.From(code, encoding));
        return await FixFirst(document);
    }

    /// <summary>The additional file after its first fix, written and read as a file is.</summary>
    public async Task<string> FixFile(string path, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var mended = await FixFirst(
            NewProject().AddAdditionalDocument(path, SourceText.From(file, Encoding.UTF8), filePath: "/project/" + path)
        );
        return (text.StartsWith('\uFEFF') ? "\uFEFF" : "") + mended;
    }

    /// <summary>The titles of what is offered for the diagnostics of one text in a file that holds another.</summary>
    public async Task<IReadOnlyList<string>> Offers(string path, string analyzed, string text, Encoding? encoding = null)
    {
        var diagnostics = await Analyze(
            NewProject().AddAdditionalDocument(path, SourceText.From(analyzed, encoding), filePath: "/project/" + path).Project
        );
        return
        [
            .. (
                await Offers(
                    NewProject().AddAdditionalDocument(path, SourceText.From(text, encoding), filePath: "/project/" + path),
                    diagnostics
                )
            ).Select(action => action.Title),
        ];
    }

    /// <summary>The additional files after everything of one rule was fixed.</summary>
    public async Task<string[]> FixAll(string rule, FixAllScope scope, params (string Path, string Text)[] files) =>
        await FixAll(rule, scope, [files]) ?? throw new InvalidOperationException("no fix was offered");

    /// <summary>
    /// The additional files of all projects, the first one being where the fix was asked for; null where no fix is offered.
    /// </summary>
    public async Task<string[]?> FixAll(string rule, FixAllScope scope, (string Path, string Text)[][] projects, Encoding? encoding = null)
    {
        var solution = _workspace.CurrentSolution;
        var ids = new List<ProjectId>();
        foreach (var files in projects)
        {
            var project = NewProject(solution, $"Target{ids.Count}");
            foreach (var (path, text) in files)
            {
                project = project.AddAdditionalDocument(path, SourceText.From(text, encoding), filePath: "/project/" + path).Project;
            }

            ids.Add(project.Id);
            solution = project.Solution;
        }

        var context = new FixAllContext(
            solution.GetProject(ids[0])!,
            _fix,
            scope,
            rule,
            [rule],
            new Provider(Analyze),
            TestContext.Current.CancellationToken
        );
        if (await _fix.GetFixAllProvider().GetFixAsync(context) is not { } action)
        {
            return null;
        }

        var mended = await Apply(action);
        return await Task.WhenAll(
            ids.SelectMany(id => mended.GetProject(id)!.AdditionalDocuments)
                .Select(async document => (await document.GetTextAsync()).ToString())
        );
    }

    public void Dispose() => _workspace.Dispose();

    private Project NewProject() => NewProject(_workspace.CurrentSolution, "Target");

    private static Project NewProject(Solution solution, string name) =>
        solution
            .AddProject(name, name, LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .AddAnalyzerConfigDocument(".globalconfig", SourceText.From(KindOfFiles), filePath: "/project/.globalconfig")
            .Project.WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private async Task<string> FixFirst(TextDocument document)
    {
        var actions = await Offers(document, await Analyze(document.Project));
        var solution = await Apply(actions[0]);
        var changed = document is Document ? solution.GetDocument(document.Id)! : solution.GetAdditionalDocument(document.Id)!;
        return (await changed.GetTextAsync()).ToString();
    }

    private async Task<List<CodeAction>> Offers(TextDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics)
        {
            var context = new CodeFixContext(
                document,
                diagnostic,
                (action, _) => actions.Add(action),
                TestContext.Current.CancellationToken
            );
            await _fix.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    private async Task<ImmutableArray<Diagnostic>> Analyze(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        return await compilation!
            .WithAnalyzers([analyzer], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Solution> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private sealed class Provider(Func<Project, Task<ImmutableArray<Diagnostic>>> analyze) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await analyze(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        ) => (await analyze(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => (await analyze(project)).Where(diagnostic => diagnostic.Location.SourceTree is null);
    }
}
