using System.Collections.Immutable;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>A run of the generator, with every check of a run.</summary>
internal sealed class GeneratorRun
{
    private readonly CheckedGenerator _run;

    private GeneratorRun(CheckedGenerator run)
    {
        _run = run;
        Result = run.Result;
    }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static GeneratorRun Of(string emit, params SchemaText[] schemas)
    {
        var code = CSharpSyntaxTree.ParseText("class Before;", new CSharpParseOptions(LanguageVersion.Latest));
        return new GeneratorRun(
            CheckedGenerator.Run(new SchemaGenerator(), CSharpCompilation.Create("Target", [code]), schemas, new ProjectOptions(emit))
        );
    }

    /// <summary>The next run, after an edit of C# that no schema knows of.</summary>
    public GeneratorRun AfterEdit() => new(_run.AfterEdit());

    /// <summary>The next run, with one schema changed.</summary>
    public GeneratorRun After(SchemaText before, SchemaText after) => new(_run.After(before, after));

    /// <summary>The next run, with another file added.</summary>
    public GeneratorRun AfterAdding(SchemaText added) => new(_run.AfterAdding(added));

    /// <summary>The next run, with another <c>LaunchSdkEmit</c>.</summary>
    public GeneratorRun AfterEmit(string emit) => new(_run.After(new ProjectOptions(emit)));
}
