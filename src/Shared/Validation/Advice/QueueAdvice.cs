using LaunchSdk.Settings;
using LaunchSdk.Validation.Conflicts;
using LaunchSdk.Validation.Refusals;

namespace LaunchSdk.Validation.Advice;

/// <summary>What docker accepts and a queue should not do: rules that no grammar and no schema can state.</summary>
internal static class QueueAdvice
{
    /// <summary>Checks the settings of a file, or of code.</summary>
    public static void Check(OptionSettings settings, IAdviceTarget advice)
    {
        foreach (var setting in settings)
        {
            ReferenceAgentRule.Check(setting, advice);
            FixedNameRule.Check(setting, advice);
            VolumeInEnvironmentRule.Check(setting, advice);
            SecretInClearRule.Check(setting, advice);
            GpuDevicesRule.Check(setting, advice);
        }

        RefusalRunner.Check(settings, advice);
        ConflictRunner.Advise(settings, advice);
    }
}
