using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using Models = Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Devices of the host and GPUs.</summary>
internal sealed class DevicesTranslation : ITranslationArea
{
    public IReadOnlyList<DockerOption> Options { get; } = [DockerOptions.Device, DockerOptions.DeviceCgroupRule, DockerOptions.Gpus];

    public void Apply(TranslationContext context)
    {
        var host = context.Host;
        host.DeviceCgroupRules = context.TextsOrNull(DockerOptions.DeviceCgroupRule)!;
        host.Devices = [];
        var requests = context.Values<GpuRequest>(DockerOptions.Gpus).Select(Request).ToList();
        var cdiNames = new List<string>();
        foreach (var device in context.Values<DeviceMapping>(DockerOptions.Device))
        {
            if (device.IsCdiName)
            {
                cdiNames.Add(device.Text);
            }
            else
            {
                AddDevice(context, device.Text);
            }
        }

        if (cdiNames.Count > 0)
        {
            requests.Add(new Models.DeviceRequest { Driver = "cdi", DeviceIDs = cdiNames });
        }

        host.DeviceRequests = requests.Count > 0 ? requests : null!;
    }

    // A Windows engine checks devices itself.
    private static void AddDevice(TranslationContext context, string text)
    {
        if (context.Engine.IsWindows)
        {
            context.Host.Devices.Add(new Models.DeviceMapping { PathOnHost = text });
        }
        else if (DeviceMapping.TryParseLinux(text, out var device, out var error))
        {
            context.Host.Devices.Add(
                new Models.DeviceMapping
                {
                    PathOnHost = device.HostPath,
                    PathInContainer = device.ContainerPath,
                    CgroupPermissions = device.Permissions,
                }
            );
        }
        else
        {
            context.Report(InvalidValue.Of("device", error.Sentence), DockerOptions.Device);
        }
    }

    private static Models.DeviceRequest Request(GpuRequest gpus) =>
        new()
        {
            Driver = gpus.Driver,
            Count = gpus.Count,
            DeviceIDs = gpus.DeviceIds is { Count: > 0 } ids ? [.. ids] : null!,
            Capabilities =
            [
                [.. gpus.Capabilities],
            ],
            Options = new Dictionary<string, string>(gpus.Options, StringComparer.Ordinal),
        };
}
