namespace LaunchSdk.Agent.Hooks;

/// <summary>
/// A program of the operator's that runs beside each job, with the agent's rights. It is started without a shell, and told of the job by
/// variables:
/// <c>LAUNCHSDK_ITEM</c>, <c>LAUNCHSDK_QUEUE</c>, <c>LAUNCHSDK_AGENT</c>, <c>LAUNCHSDK_RUN_ID</c>, <c>LAUNCHSDK_IMAGE</c>,
/// <c>LAUNCHSDK_GPUS</c> and, after the job,
/// <c>LAUNCHSDK_CONTAINER</c>, <c>LAUNCHSDK_STATE</c> and <c>LAUNCHSDK_EXIT_CODE</c>. Texts of the submitter's come through them only.
/// </summary>
/// <param name="Program">The program's path, or its name in a folder of PATH.</param>
public sealed record JobHook(string Program)
{
    /// <summary>Its arguments; none unless set.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How long it may take before it is killed, which counts as a failure: 5 minutes unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
