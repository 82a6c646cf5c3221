using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Errors;
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
            """
        );

        Assert.Equal(["1:3", "1:b", "written", "read only"], effect.Lines.Take(4));
        if (effect.Lines.Count > 4)
        {
            // Only cgroup v1 has a file for the rules.
            Assert.Contains("c 1:11 r", effect.Lines);
            Assert.Contains("c 42:* rm", effect.Lines);
            Assert.Contains("b 43:7 w", effect.Lines);
        }
    }

    // Until then an engine knows no CDI, or has it switched off.
    private static readonly EngineTable<bool> HasCdi = new(
        ("18.0", false, "CDI came with Docker 25, as a feature to switch on"),
        ("28.5", true, "on where nothing else is said")
    );

    [EngineTheory]
    [InlineData("device: launchsdk.dev/stand-in={0}")]
    [InlineData("gpus: 'driver=cdi,\"device=launchsdk.dev/stand-in={0}\"'")]
    public async Task A_CDI_device_is_what_its_specification_makes_of_it(string option)
    {
        using var specification = await CdiSpecification.WriteAsync(Engine, UniqueName, Token);
        var queue =
            $"{{ rm: true, network: none, {string.Format(System.Globalization.CultureInfo.InvariantCulture, option, UniqueName)} }}";

        if (!HasCdi.For(await Engine.GetVersionAsync(Token)))
        {
            Assert.Equal(
                EngineErrorKind.DeviceNotFound,
                (await Assert.ThrowsAsync<ContainerStartException>(() => RunScriptAsync(queue, ":"))).Kind
            );
            return;
        }

        Assert.Equal(["1:3", "yes"], (await RunScriptAsync(queue, "stat -c %t:%T /dev/stand-in; echo $STAND_IN")).Lines);
    }

    [EngineFact]
    public async Task A_CDI_device_that_no_specification_has_is_known()
    {
        var error = await Assert.ThrowsAsync<ContainerStartException>(() =>
            RunScriptAsync("{ rm: true, network: none, device: launchsdk.dev/stand-in=none }", ":")
        );

        Assert.Equal(EngineErrorKind.DeviceNotFound, error.Kind);
    }
}
