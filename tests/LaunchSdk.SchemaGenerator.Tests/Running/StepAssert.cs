using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>What holds for the steps of every run.</summary>
internal static class StepAssert
{
    public static readonly IReadOnlyList<string> Names =
    [
        StepNames.ReadSchemas, StepNames.ParseSchemas, StepNames.ReadEmitMode, StepNames.SelectProblems,
        StepNames.SelectOptions, StepNames.SelectObjects, StepNames.SelectEnums, StepNames.SelectValueTypes,
    ];

    /// <summary>The steps that gave something new.</summary>
    public static IReadOnlyList<string> Changed(GeneratorRunResult result) =>
        [.. Names.Where(name => result.TrackedSteps.TryGetValue(name, out var steps) && steps.SelectMany(step => step.Outputs).Any(output => !IsOld(output.Reason)))];

    public static void AreAllUnchanged(GeneratorRunResult result)
    {
        var changed = result.TrackedSteps.Where(pair => Names.Contains(pair.Key)).Concat(result.TrackedOutputSteps)
            .Where(pair => pair.Value.SelectMany(step => step.Outputs).Any(output => !IsOld(output.Reason)))
            .Select(pair => pair.Key);
        Assert.Empty(changed);
    }

    public static void HoldNothingOfTheCompiler(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in Names.Where(result.TrackedSteps.ContainsKey).SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs))
        {
            Walk(output.Value, seen);
        }
    }

    private static bool IsOld(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or AdditionalText or Location, $"a step holds a {type}");
        Assert.DoesNotContain(type.Namespace ?? "", new[] { "NJsonSchema", "Newtonsoft.Json", "Newtonsoft.Json.Linq" });
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, seen);
            }
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Walk(field.GetValue(value), seen);
        }
    }
}
