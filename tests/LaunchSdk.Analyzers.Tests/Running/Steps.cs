using LaunchSdk.Analyzers.Generation;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>What the steps of a run did.</summary>
internal static class Steps
{
    /// <summary>The steps that computed something new, with how often; none when all was cached.</summary>
    public static IReadOnlyList<string> Changed(GeneratorRunResult result) =>
        [
            .. from name in StepNames.All
            where result.TrackedSteps.ContainsKey(name)
            let count = result
                .TrackedSteps[name]
                .SelectMany(step => step.Outputs)
                .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            where count > 0
            select $"{name} {count}",
        ];
}
