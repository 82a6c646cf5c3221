using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class StructuredValueProperties
{
    private static readonly (string Name, Func<string, (DockerValue? Value, GrammarError? Error)> Read)[] Types =
    [
        ("env", static text => (EnvironmentVariable.TryParse(text, out var value, out var error) ? value : null, error)),
        ("volume", static text => (VolumeMount.TryParse(text, out var value, out var error) ? value : null, error)),
        ("mount", static text => (Mount.TryParse(text, out var value, out var error) ? value : null, error)),
        ("tmpfs", static text => (TmpfsMount.TryParse(text, out var value, out var error) ? value : null, error)),
        ("publish", static text => (PortMapping.TryParse(text, out var value, out var error) ? value : null, error)),
        ("expose", static text => (ExposedPort.TryParse(text, out var value, out var error) ? value : null, error)),
        ("device", static text => (DeviceMapping.TryParse(text, out var value, out var error) ? value : null, error)),
        ("device-cgroup-rule", static text => (DeviceCgroupRule.TryParse(text, out var value, out var error) ? value : null, error)),
        ("device-read-bps", static text => (DeviceByteRate.TryParse(text, out var value, out var error) ? value : null, error)),
        ("device-read-iops", static text => (DeviceOperationRate.TryParse(text, out var value, out var error) ? value : null, error)),
        ("blkio-weight-device", static text => (DeviceWeight.TryParse(text, out var value, out var error) ? value : null, error)),
        ("gpus", static text => (GpuRequest.TryParse(text, out var value, out var error) ? value : null, error)),
        ("network", static text => (NetworkAttachment.TryParse(text, out var value, out var error) ? value : null, error)),
        ("add-host", static text => (HostMapping.TryParse(text, out var value, out var error) ? value : null, error)),
        ("link", static text => (ContainerLink.TryParse(text, out var value, out var error) ? value : null, error)),
    ];

    private static readonly string[] Pieces =
    [
        ":",
        "::",
        "/",
        "=",
        ",",
        "\"",
        "\"\"",
        "-",
        "[",
        "]",
        ".",
        " ",
        "\n",
        "\r\n",
        "\r",
        "a",
        "C",
        "é",
        "\ud83d\ude00",
        "\ud800",
        "\0",
        "80",
        "1-2",
        "65536",
        "all",
        "/dev/sda",
        "ro",
        "rwm",
        "tcp",
        "::1",
        "127.0.0.1",
        "name=",
        "alias=",
        "type=bind",
        "source=",
        "target=/x",
        "readonly",
        "device=",
        "count=",
        "options=",
        "bind-recursive=",
        "volume-label=",
        "tmpfs-size=1m",
        "published=",
        "driver-opt=",
        "nvidia.com/gpu=",
        "yes",
        "c 1:* r",
        "tpye=",
    ];

    [Property(MaxTest = 300)]
    public void No_text_makes_a_reader_throw(string? text) => Check(text ?? "");

    [Property(MaxTest = 2000)]
    public void No_mix_of_the_notations_pieces_makes_a_reader_throw(byte[] choice) =>
        Check(string.Concat(choice.Select(index => Pieces[index % Pieces.Length])));

    [Property]
    public void A_made_variable_has_the_parts_it_was_made_of(string? name, string? value)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('=', StringComparison.Ordinal) || TemplateText.IsTemplate(name + "=" + value))
        {
            return;
        }

        Assert.True(EnvironmentVariable.TryParse(EnvironmentVariable.Set(name, value ?? "").Text, out var read, out _));
        Assert.Equal((name, value ?? ""), (read.Name, read.Value));
    }

    [Property(MaxTest = 500)]
    public void A_made_mount_has_the_parts_it_was_made_of(string? source, string? target)
    {
        Mount made;
        try
        {
            made = Mount.Bind(source ?? "", target ?? "");
        }
        catch (ArgumentException)
        {
            Assert.True(IsNoMountPart(source) || IsNoMountPart(target));
            return;
        }

        Assert.True(made.IsTemplate || (made.Source == (source ?? "") && made.Target == target));
    }

    // Docker takes neither empty values nor blanks around one.
    private static bool IsNoMountPart(string? part) =>
        string.IsNullOrEmpty(part) || GoText.TrimSpace(part) != part || part.Contains('\r', StringComparison.Ordinal);

    [Property(MaxTest = 500)]
    public void A_made_volume_has_the_parts_it_was_made_of(string? source, string? target)
    {
        VolumeMount made;
        try
        {
            made = VolumeMount.Bind("/" + source, "/" + target);
        }
        catch (ArgumentException)
        {
            Assert.Contains(':', source + target);
            return;
        }

        Assert.True(made.IsTemplate || (made.Source == "/" + source && made.Target == "/" + target));
    }

    [Property]
    public void Made_devices_are_read_back(int[] numbers)
    {
        var ids = numbers.Select(number => $"GPU-{number}").ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        Assert.True(GpuRequest.TryParse(Gpus.Devices(ids).WithCapabilities("compute", "utility").Text, out var read, out _));
        Assert.Equal(ids, read.DeviceIds);
        Assert.Equal(["compute", "utility", "gpu"], read.Capabilities);
    }

    [Property]
    public void Made_ports_are_read_back(ushort host, ushort container)
    {
        Assert.True(PortMapping.TryParse(PortMapping.Udp(host, container).On("::1").Text, out var read, out _));

        Assert.Equal([new PublishedPort(container, "udp", "::1", $"{host}")], read.Bindings);
    }

    private static void Check(string text)
    {
        foreach (var (name, read) in Types)
        {
            var (value, error) = read(text);
            Assert.True(value is null == error is not null, name);
            if (error is null)
            {
                continue;
            }

            Assert.True(error.Range.Start >= 0 && error.Range.Length >= 0 && error.Range.End <= text.Length, name);
            Assert.True(error.Suggestion is null || read(error.Suggestion).Value is not null, $"{name}: '{text}' -> '{error.Suggestion}'");
        }
    }
}
