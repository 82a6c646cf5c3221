using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary><c>gpus: device=0,1</c> is the device 0 and a count of 1 for docker, which the engine refuses; two devices need quotes inside the value.</summary>
internal static class GpuDevicesRule
{
    /// <summary>Reports a request that names devices and counts them too.</summary>
    public static void Check(OptionSetting setting, ProblemList problems)
    {
        if (!ReferenceEquals(setting.Option, DockerOptions.Gpus)
            || setting.Text is not { } text
            || TemplateText.IsTemplate(text)
            || !GpuRequest.TryParse(text, out var request, out _)
            || request.DeviceIds.Count == 0
            || request.Count == 0)
        {
            return;
        }

        var quoted = $"\"{text}\"";
        var isMeant = GpuRequest.TryParse(quoted, out var meant, out _) && meant.Count == 0 && meant.DeviceIds.Count > 1;
        problems.Add(
            ProblemRules.UnquotedGpuDevices,
            setting.Source,
            $"docker reads '{text}' as devices and a count, which exclude each other: write {(isMeant ? $"'{quoted}', with the quotes inside the value" : "one of them")}",
            isMeant ? Edit(setting.Source, quoted) : null);
    }

    private static ConfigEdit Edit(ConfigNode node, string meant) => new($"Change '{node.Text}' to '{meant}'", node.Range, node.Quote(meant));
}
