using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>
/// Runs the generator. Every run is made twice, with an unrelated edit between: nothing may run again,
/// and no step may hold on to anything of the compiler. A test gets both checks without asking.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;

    private GeneratorRun(CSharpCompilation compilation, GeneratorDriver driver)
    {
        _compilation = compilation;
        _driver = driver;
        Result = driver.GetRunResult().Results.Single();
    }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static GeneratorRun Of(string emit, params SchemaText[] schemas)
    {
        var compilation = CSharpCompilation.Create("Target", [CSharpSyntaxTree.ParseText("class Before;", Parsing)]);
        var driver = CSharpGeneratorDriver.Create(
            [new SchemaGenerator().AsSourceGenerator()],
            schemas,
            Parsing,
            new ProjectOptions(emit),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var first = new GeneratorRun(compilation, driver.RunGenerators(compilation));
        StepAssert.HoldNothingOfTheCompiler(first.Result);
        var second = first.AfterEdit();
        StepAssert.AreAllUnchanged(second.Result);
        return first;
    }

    /// <summary>The next run, after an edit of C# that no schema knows of.</summary>
    public GeneratorRun AfterEdit()
    {
        var edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Parsing));
        return new GeneratorRun(edited, _driver.RunGenerators(edited));
    }

    /// <summary>The next run, with one schema changed.</summary>
    public GeneratorRun After(SchemaText before, SchemaText after) => Next(_driver.ReplaceAdditionalText(before, after));

    /// <summary>The next run, with another file added.</summary>
    public GeneratorRun AfterAdding(SchemaText added) => Next(_driver.AddAdditionalTexts([added]));

    /// <summary>The next run, with another <c>LaunchSdkEmit</c>.</summary>
    public GeneratorRun AfterEmit(string emit) => Next(_driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(emit)));

    private GeneratorRun Next(GeneratorDriver driver) => new(_compilation, driver.RunGenerators(_compilation));
}
