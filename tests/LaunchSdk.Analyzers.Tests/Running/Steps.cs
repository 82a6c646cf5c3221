using System.Collections;
using System.Reflection;
using LaunchSdk.Analyzers.Generation;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>What the steps of a run did, and what they hold.</summary>
internal static class Steps
{
    /// <summary>The steps that computed something new, with how often; none when all was cached.</summary>
    public static IReadOnlyList<string> Changed(GeneratorDriverRunResult result) =>
    [
        .. from name in StepNames.All
           where result.Results[0].TrackedSteps.ContainsKey(name)
           let count = result.Results[0].TrackedSteps[name].SelectMany(step => step.Outputs).Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
           where count > 0
           select $"{name} {count}",
    ];

    /// <summary>Fails when a step's output holds on to the compilation.</summary>
    public static void AssertNoLeaks(GeneratorDriverRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in result.Results[0].TrackedSteps.Where(step => StepNames.All.Contains(step.Key)).SelectMany(step => step.Value).SelectMany(step => step.Outputs))
        {
            Visit(output.Value, seen);
        }
    }

    private static void Visit(object? value, HashSet<object> seen)
    {
        if (value is null or string or AdditionalText || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location, $"a step holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, seen);
            }
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.GetValue(value), seen);
        }
    }
}
