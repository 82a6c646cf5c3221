using Microsoft.CodeAnalysis;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>What the steps of a run did.</summary>
internal static class StepAssert
{
    public static readonly IReadOnlyList<string> Names =
    [
        StepNames.ReadSchemas,
        StepNames.ParseSchemas,
        StepNames.ReadEmitMode,
        StepNames.SelectProblems,
        StepNames.SelectOptions,
        StepNames.SelectObjects,
        StepNames.SelectEnums,
        StepNames.SelectValueTypes,
    ];

    /// <summary>The steps that gave something new.</summary>
    public static IReadOnlyList<string> Changed(GeneratorRunResult result) =>
        [
            .. Names.Where(name =>
                result.TrackedSteps.TryGetValue(name, out var steps)
                && steps.SelectMany(step => step.Outputs).Any(output => !IsOld(output.Reason))
            ),
        ];

    private static bool IsOld(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
