extern alias Analyzers;

using System.Globalization;
using Analyzers::LaunchSdk.Analyzers.Files;
using Analyzers::LaunchSdk.Analyzers.Generation;
using LaunchSdk.Benchmarks.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Benchmarks.Compiling;

/// <summary>What the package does in a warm compiler: a file analyzed, and the members of 100 files after an edit.</summary>
internal sealed class CompilerSteps
{
    private const int Files = 100;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private readonly CSharpCompilation _project = CSharpCompilation.Create(
        "Target",
        [CSharpSyntaxTree.ParseText("class Before;", Parsing)]
    );
    private readonly CSharpCompilation _editedCode;
    private readonly QueueText[] _queues =
    [
        .. QueueFiles
            .Variants(Files)
            .Select((text, number) => new QueueText($"/project/queues/q{number.ToString(CultureInfo.InvariantCulture)}.json", text)),
    ];
    private readonly GeneratorDriver _warm;
    private readonly GeneratorDriver _tracked;
    private int _edit;

    public CompilerSteps()
    {
        _editedCode = _project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Parsing));
        _warm = Driver(tracked: false).RunGenerators(_project);
        _tracked = Driver(tracked: true).RunGenerators(_project);
        if (_warm.GetRunResult().GeneratedTrees.Length <= 1)
        {
            throw new InvalidOperationException("the generator made nothing of the queues, so its time would mean nothing");
        }
    }

    /// <summary>The compiler's run of the file analyzer over a file that it has not seen.</summary>
    public object Analyze(string path, string text)
    {
        var options = new AnalyzerOptions([new QueueText(path, text)], new ProjectOptions());
        var found = _project.WithAnalyzers([new ConfigFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.Length;
    }

    /// <summary>The same run where no file is configuration: what the compiler itself takes.</summary>
    public object AnalyzeNothing() =>
        _project
            .WithAnalyzers([new ConfigFileAnalyzer()], new AnalyzerOptions([], new ProjectOptions()))
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult()
            .Length;

    /// <summary>A run of the generator after a keystroke in a C# file.</summary>
    public GeneratorDriver AfterCodeEdit() => _warm.RunGenerators(_editedCode);

    /// <summary>A run of the generator after a keystroke in one of the queue files.</summary>
    public GeneratorDriver AfterFileEdit() => EditFile(_warm).RunGenerators(_project);

    /// <summary>The steps that ran again, with how many outputs: none on an edit of code, those of one file on an edit of it.</summary>
    public (string Code, string File) Rerun() =>
        (Rerun(_tracked.RunGenerators(_editedCode)), Rerun(EditFile(_tracked).RunGenerators(_project)));

    private static string Rerun(GeneratorDriver driver)
    {
        var steps = driver
            .GetRunResult()
            .Results.Single()
            .TrackedSteps.Where(static step => step.Key != "Compilation")
            .Select(static step =>
                (
                    step.Key,
                    Count: step.Value.SelectMany(run => run.Outputs)
                        .Count(static output =>
                            output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
                        )
                )
            )
            .Where(static step => step.Count > 0)
            .Select(static step => $"{step.Key} {step.Count.ToString(CultureInfo.InvariantCulture)}")
            .ToArray();
        return steps.Length == 0 ? "none" : string.Join(", ", steps);
    }

    private GeneratorDriver EditFile(GeneratorDriver driver)
    {
        var text = _queues[7].GetText().ToString().Replace("\"8g\"", $"\"{(_edit++ % 8) + 1}g\"", StringComparison.Ordinal);
        return driver.ReplaceAdditionalText(_queues[7], new QueueText(_queues[7].Path, text));
    }

    private CSharpGeneratorDriver Driver(bool tracked) =>
        CSharpGeneratorDriver.Create(
            [new LaunchGenerator().AsSourceGenerator()],
            _queues,
            Parsing,
            new ProjectOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracked)
        );
}
