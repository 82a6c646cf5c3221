using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>
/// <c>gpus: device=0,1</c> is the device 0 and a count of 1 for docker, which the engine refuses; two devices need quotes inside the value.
/// </summary>
internal static class GpuDevicesRule
{
    /// <summary>Reports each request that names devices and counts them too.</summary>
    public static void Check(OptionSetting setting, IAdviceTarget advice)
    {
        if (!ReferenceEquals(setting.Option, DockerOptions.Gpus))
        {
            return;
        }

        for (var i = 0; i < setting.Texts.Count; i++)
        {
            if (IsMixed(setting.Texts[i]))
            {
                Report(setting, i, advice);
            }
        }
    }

    private static void Report(OptionSetting setting, int index, IAdviceTarget advice)
    {
        var text = setting.Texts[index];
        var quoted = $"\"{text}\"";
        var isMeant = GpuRequest.TryParse(quoted, out var request, out _) && request.Count == 0 && request.DeviceIds.Count > 1;
        var meant = isMeant ? quoted : null;
        advice.Add(UnquotedGpuDevices.Of(text, meant), setting, index, meant: meant);
    }

    private static bool IsMixed(string text) =>
        !TemplateText.IsTemplate(text)
        && GpuRequest.TryParse(text, out var request, out _)
        && request.DeviceIds.Count > 0
        && request.Count != 0;
}
