using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class DeviceEffectTests : EffectTests
{
    [EngineFact]
    public async Task A_device_stands_under_its_other_name_with_its_permissions()
    {
        var effect = await RunScriptAsync(
            """
            rm: true
            network: none
            device: [/dev/null:/dev/nothing:rw, "/dev/kmsg:/dev/kernel:r"]
            device-cgroup-rule: ["c 42:* rm", "b 43:7 w"]
            """,
            """
            stat -c %t:%T /dev/nothing /dev/kernel
            echo gone >/dev/nothing && echo written
            echo forbidden 2>/dev/null >/dev/kernel || echo read only
            cat /sys/fs/cgroup/devices/devices.list 2>/dev/null
            """);

        Assert.Equal(["1:3", "1:b", "written", "read only"], effect.Lines.Take(4));
        if (effect.Lines.Count > 4)
        {
            // Only cgroup v1 has a file for the rules.
            Assert.Contains("c 1:11 r", effect.Lines);
            Assert.Contains("c 42:* rm", effect.Lines);
            Assert.Contains("b 43:7 w", effect.Lines);
        }
    }
}
