using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Benchmarks.Generating;

/// <summary>Runs of the schema generator over the repository's schemas.</summary>
internal sealed class GeneratorSteps
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private readonly AdditionalText[] _schemas = SchemaFile.All();
    private readonly CSharpCompilation _compilation = CSharpCompilation.Create(
        "Target",
        [CSharpSyntaxTree.ParseText("class Before;", Parsing)]
    );
    private readonly CSharpCompilation _edited;
    private readonly GeneratorDriver _warm;

    public GeneratorSteps()
    {
        _edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", Parsing));
        _warm = Driver(tracked: false).RunGenerators(_compilation);
        var result = _warm.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.Length < _schemas.Length)
        {
            throw new InvalidOperationException(
                "the generator made nothing of the schemas, so its time would mean nothing",
                result.Exception
            );
        }
    }

    /// <summary>A driver that has seen nothing yet.</summary>
    public GeneratorDriver First() => Driver(tracked: false).RunGenerators(_compilation);

    /// <summary>A driver that knows the schemas, after an edit of code.</summary>
    public GeneratorDriver AfterEdit() => _warm.RunGenerators(_edited);

    /// <summary>The steps and outputs that ran again on that edit; the aim is none.</summary>
    public IReadOnlyList<string> RerunOnEdit() =>
        [
            .. Driver(tracked: true)
                .RunGenerators(_compilation)
                .RunGenerators(_edited)
                .GetRunResult()
                .Results.Single()
                .TrackedSteps.Where(static step =>
                    step.Value.SelectMany(run => run.Outputs)
                        .Any(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                )
                .Select(static step => step.Key)
                .Where(static name => name != "Compilation"),
        ];

    private CSharpGeneratorDriver Driver(bool tracked) =>
        CSharpGeneratorDriver.Create(
            [new SchemaGenerator.SchemaGenerator().AsSourceGenerator()],
            _schemas,
            Parsing,
            new ModelOptions(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracked)
        );
}
