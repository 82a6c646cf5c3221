using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Testing;

/// <summary>
/// Runs a generator. No run can be had without its checks: it is made again after an unrelated edit of code, when no step may give anything
/// new,
/// and no step may hold on to anything of the compiler.
/// </summary>
internal sealed class CheckedGenerator
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _project;
    private readonly string[] _stepsWithFiles;

    private CheckedGenerator(GeneratorDriver driver, CSharpCompilation project, string[] stepsWithFiles)
    {
        _project = project;
        _stepsWithFiles = stepsWithFiles;
        _driver = driver.RunGeneratorsAndUpdateCompilation(project, out var generated, out _);
        Generated = generated;
        Result = _driver.GetRunResult().Results.Single();

        PipelineCheck.HoldsNothingOfTheCompiler(Result, stepsWithFiles);
        var edited = project.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("class Unrelated;", (CSharpParseOptions?)project.SyntaxTrees[0].Options)
        );
        PipelineCheck.GivesNothingNew(_driver.RunGenerators(edited).GetRunResult().Results.Single());
    }

    /// <summary>What the generator did.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The project with what was generated.</summary>
    public Compilation Generated { get; }

    /// <summary>The first run.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project.</param>
    /// <param name="files">Its additional files.</param>
    /// <param name="options">What MSBuild says of them.</param>
    /// <param name="stepsWithFiles">Names of the steps that may hold additional files.</param>
    public static CheckedGenerator Run(
        IIncrementalGenerator generator,
        CSharpCompilation project,
        IEnumerable<AdditionalText> files,
        AnalyzerConfigOptionsProvider options,
        params string[] stepsWithFiles
    )
    {
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files,
            (CSharpParseOptions)project.SyntaxTrees[0].Options,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new CheckedGenerator(driver, project, stepsWithFiles);
    }

    /// <summary>The next run, with one file changed.</summary>
    public CheckedGenerator After(AdditionalText before, AdditionalText after) => Next(_driver.ReplaceAdditionalText(before, after));

    /// <summary>The next run, with another file added.</summary>
    public CheckedGenerator AfterAdding(AdditionalText added) => Next(_driver.AddAdditionalTexts(ImmutableArray.Create(added)));

    /// <summary>The next run, with other properties.</summary>
    public CheckedGenerator After(AnalyzerConfigOptionsProvider options) => Next(_driver.WithUpdatedAnalyzerConfigOptions(options));

    /// <summary>The next run, after an edit of code.</summary>
    public CheckedGenerator After(CSharpCompilation project) => new(_driver, project, _stepsWithFiles);

    /// <summary>The next run, after an edit of code that no file knows of.</summary>
    public CheckedGenerator AfterEdit() =>
        After(_project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edit;", (CSharpParseOptions?)_project.SyntaxTrees[0].Options)));

    private CheckedGenerator Next(GeneratorDriver driver) => new(driver, _project, _stepsWithFiles);
}
