namespace LaunchSdk.Agent.Status;

/// <summary>The steps of a job as people read them.</summary>
internal static class JobStepText
{
    public static string Describe(this JobStep step) =>
        step switch
        {
            JobStep.Checking => "is checked",
            JobStep.WaitingForGpus => "waits for GPUs",
            JobStep.PreparingImage => "gets its image",
            JobStep.RunningPreHook => "waits for the hook before it",
            JobStep.Starting => "starts its container",
            JobStep.Running => "runs",
            JobStep.Stopping => "is being stopped",
            JobStep.RunningPostHook => "waits for the hook after it",
            JobStep.Reporting => "tells its end",
            JobStep.CleaningUp => "cleans up",
            _ => "is over",
        };
}
