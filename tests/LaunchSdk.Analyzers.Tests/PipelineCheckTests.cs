using LaunchSdk.Analyzers.Tests.Running;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace LaunchSdk.Analyzers.Tests;

/// <summary>The checks that every run of a generator gets can fail.</summary>
public sealed class PipelineCheckTests
{
    private const string Kept = nameof(Kept);

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "a compilation", "holds a Microsoft.CodeAnalysis.CSharp.CSharpCompilation" },
            { "a symbol in a list", "Symbol" },
            { "syntax behind a lambda", "Syntax" },
            { "a file", "Kept holds a" },
            { "a new object each time", "Kept" },
            { "an unnamed combination", "a step without a name holds a" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_generator_that_keeps_the_compiler_alive_or_works_twice_fails(string fault, string message)
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Run(new FaultyGenerator(fault)));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_without_a_fault_passes() => Assert.Single(Run(new FaultyGenerator("none")).Result.GeneratedSources);

    private static CheckedGenerator Run(FaultyGenerator generator) =>
        CheckedGenerator.Run(
            generator,
            TestProject.Compile("class Some;"),
            [new ProjectFile("/project/a.yaml", "gpus: all")],
            new ProjectOptions()
        );

    private sealed class FaultyGenerator(string fault) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var values = fault switch
            {
                "a compilation" => context.CompilationProvider.Select(static (compilation, _) => (object)compilation),
                "a symbol in a list" => context.CompilationProvider.Select(
                    static (compilation, _) => (object)new List<object?> { "a", compilation.GetTypeByMetadataName("Some") }
                ),
                "syntax behind a lambda" => context.CompilationProvider.Select(
                    static (compilation, token) => Lambda(compilation.SyntaxTrees.First().GetRoot(token))
                ),
                "a file" => context.AdditionalTextsProvider.Collect().Select(static (files, _) => (object)files[0]),
                "a new object each time" => context.CompilationProvider.Select(static (_, _) => new object()),
                "an unnamed combination" => context
                    .ParseOptionsProvider.Combine(context.CompilationProvider)
                    .Select(static (_, _) => (object)"same"),
                _ => context.CompilationProvider.Select(static (compilation, _) => (object)compilation.AssemblyName!),
            };
            context.RegisterSourceOutput(values.WithTrackingName(Kept), static (output, _) => output.AddSource("a.g.cs", "// generated"));
        }

        private static object Lambda(SyntaxNode node) => (Func<string>)(() => ((CompilationUnitSyntax)node).ToString());
    }
}
