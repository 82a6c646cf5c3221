using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;

namespace LaunchSdk.Validation.Advice;

/// <summary>
/// The options that W&amp;B's own agent passes to docker since wandb 0.28.1, by the names it knows; it refuses a job whose merged
/// configuration
/// has another. LaunchSdk's agent trusts a queue, so this matters only to who runs both.
/// </summary>
internal static class ReferenceAgentRule
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "cpu-period",
        "cpu-quota",
        "cpu-shares",
        "cpus",
        "cpuset-cpus",
        "cpuset-mems",
        "e",
        "env",
        "gpus",
        "m",
        "memory",
        "memory-reservation",
        "memory-swap",
        "name",
        "pids-limit",
        "platform",
        "shm-size",
        "ulimit",
        "w",
        "workdir",
    };

    /// <summary>Reports an option that is not on the list.</summary>
    public static void Check(OptionSetting setting, IAdviceTarget advice)
    {
        if (!setting.IsNull && !Allowed.Contains(setting.Name))
        {
            advice.Add(RefusedByReferenceAgent.Option(setting.Name), setting);
        }
    }
}
