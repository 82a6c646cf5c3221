using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class DeviceMappingTests
{
    [Theory]
    [InlineData("/dev/snd", "/dev/snd", "/dev/snd", "rwm")]
    [InlineData("/dev//snd/../x/", "/dev/x", "/dev/x", "rwm")]
    [InlineData("/dev/snd:rw", "/dev/snd", "/dev/snd", "rw")]
    [InlineData("/dev/snd:/dev//x/", "/dev/snd", "/dev/x", "rwm")]
    [InlineData("/dev//snd/:/dev//x/:r", "/dev//snd/", "/dev//x/", "r")]
    [InlineData("nvidia.com/gpu=0:/x y", "nvidia.com/gpu=0", "/x y", "rwm")]
    [InlineData("host:/dev/x", "host", "/dev/x", "rwm")]
    [InlineData("/dev/é", "/dev/é", "/dev/é", "rwm")]
    public void A_linux_device_has_two_paths_and_permissions(string text, string host, string container, string permissions)
    {
        Assert.True(DeviceMapping.TryParseLinux(text, out var device, out _));

        Assert.True(device.IsLinuxDevice);
        Assert.Equal((host, container, permissions), (device.HostPath, device.ContainerPath, device.Permissions));
    }

    [Theory]
    [InlineData("nvidia.com/gpu=all", true)]
    [InlineData("nvidia.com/gpu=1:0", true)]
    [InlineData("ve/cl=0", true)]
    [InlineData("/dev/gpu=0", false)]
    [InlineData("nvidia.com/gpu=", false)]
    [InlineData("1nvidia/gpu=0", false)]
    [InlineData("nvidia./gpu=0", false)]
    [InlineData("nvidia.com/gpu=a b", false)]
    [InlineData("nvidia.com/gpu=é", false)]
    [InlineData("v/gpu=0", false)]
    [InlineData("v/gpu=0:/dev/x", false)]
    public void A_qualified_name_is_not_a_path(string text, bool isName)
    {
        var isDevice = DeviceMapping.TryParseLinux(text, out var device, out _);

        Assert.Equal(isName, isDevice && device!.IsCdiName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("x:rw")]
    [InlineData(":/dev/x")]
    [InlineData("/dev/x:")]
    [InlineData("/dev/fuse:fuse")]
    [InlineData("/dev/a:/dev/b:")]
    [InlineData("/dev/a:/dev/b:RW")]
    [InlineData("/dev/a:/dev/b:rr")]
    [InlineData("/dev/a:rw:r")]
    [InlineData("/a:/b:r:w")]
    [InlineData("v/gpu=0:/dev/x")]
    public void Other_texts_are_no_linux_devices(string text) => Assert.False(DeviceMapping.TryParseLinux(text, out _, out _));

    [Theory]
    [InlineData("class/5B45201D-F2F2-4F3B-85BB-30FF1F953599")]
    [InlineData("vpci-location-path/PCIROOT(0)#PCI(0100)")]
    [InlineData("x:rw")]
    [InlineData("")]
    public void A_device_for_a_windows_engine_is_kept_as_written_and_refused_for_linux(string text)
    {
        Assert.True(DeviceMapping.TryParse(text, out var device, out _));

        Assert.Equal((text, "", "", false), (device.HostPath, device.ContainerPath, device.Permissions, device.IsLinuxDevice));
        Assert.False(DeviceMapping.TryParseLinux(text, out _, out _));
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("/dev/fuse", DeviceMapping.Of("/dev/fuse").Text);
        Assert.Equal("/dev/a:/dev/b:rw", DeviceMapping.Map("/dev/a", "/dev/b", "rw").Text);
        Assert.Equal("nvidia.com/gpu=all", DeviceMapping.Cdi("nvidia.com/gpu", "all").Text);
        Assert.Throws<ArgumentException>(() => DeviceMapping.Of("fuse"));
        Assert.Throws<ArgumentException>(() => DeviceMapping.Map("/dev/a", "b"));
        Assert.Throws<ArgumentException>(() => DeviceMapping.Cdi("nvidia", "all"));
    }
}
