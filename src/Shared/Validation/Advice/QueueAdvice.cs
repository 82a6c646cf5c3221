using LaunchSdk.Settings;

namespace LaunchSdk.Validation.Advice;

/// <summary>What docker accepts and a queue should not do: rules that no grammar and no schema can state.</summary>
internal static class QueueAdvice
{
    /// <summary>Checks the settings of a file.</summary>
    public static void Check(OptionSettings settings, ProblemList problems)
    {
        foreach (var setting in settings)
        {
            ReferenceAgentRule.Check(setting, problems);
            FixedNameRule.Check(setting, problems);
            VolumeInEnvironmentRule.Check(setting, problems);
            SecretInClearRule.Check(setting, problems);
            GpuDevicesRule.Check(setting, problems);
        }

        AddressRule.Check(settings, problems);
    }
}
