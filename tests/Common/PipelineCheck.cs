using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Testing;

/// <summary>What holds for every run of a generator, for all its steps, named or not.</summary>
internal static class PipelineCheck
{
    private static readonly string[] ForeignNamespaces = ["NJsonSchema", "Newtonsoft.Json", "YamlDotNet"];

    /// <summary>Fails when a step gave something new.</summary>
    public static void GivesNothingNew(GeneratorRunResult result)
    {
        var changed = Steps(result)
            .Where(step =>
                step.Outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            )
            .Select(step => step.Name ?? "a step without a name");
        Assert.Empty(changed.Distinct());
    }

    /// <summary>Fails when a step's value reaches a compilation, a symbol, syntax or a location, or a file where none is allowed.</summary>
    public static void HoldsNothingOfTheCompiler(GeneratorRunResult result, IReadOnlyCollection<string> stepsWithFiles)
    {
        // What an output step gives, text and diagnostics, is the compiler's own.
        foreach (var step in Steps(result).Except(result.TrackedOutputSteps.SelectMany(steps => steps.Value)))
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (var (value, _) in step.Outputs)
            {
                Walk(step.Name, value, step.Name is null || stepsWithFiles.Contains(step.Name), seen);
            }
        }
    }

    // What has no input is given by the compiler itself.
    private static IEnumerable<IncrementalGeneratorRunStep> Steps(GeneratorRunResult result)
    {
        var seen = new HashSet<IncrementalGeneratorRunStep>(
            result.TrackedSteps.Concat(result.TrackedOutputSteps).SelectMany(steps => steps.Value)
        );
        var waiting = new Stack<IncrementalGeneratorRunStep>(seen);
        while (waiting.TryPop(out var step))
        {
            if (!step.Inputs.IsEmpty)
            {
                yield return step;
            }

            foreach (var (source, _) in step.Inputs)
            {
                if (seen.Add(source))
                {
                    waiting.Push(source);
                }
            }
        }
    }

    private static void Walk(string? step, object? value, bool mayHoldFiles, HashSet<object> seen)
    {
        if (
            value is null or string or AnalyzerConfigOptionsProvider
            || value.GetType().IsPrimitive
            || value.GetType().IsEnum
            || (mayHoldFiles && value is AdditionalText)
            || !seen.Add(value)
        )
        {
            return;
        }

        var type = value.GetType();
        var isForeign = ForeignNamespaces.Any(space =>
            type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true
        );
        Assert.False(
            isForeign || value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or AdditionalText or MetadataReference,
            $"{step ?? "a step without a name"} holds a {type}"
        );

        // Other collections keep their items in fields.
        if (value is Array items)
        {
            foreach (var item in items)
            {
                Walk(step, item, mayHoldFiles, seen);
            }
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (
                var field in declaring.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                Walk(step, field.GetValue(value), mayHoldFiles, seen);
            }
        }
    }
}
