using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class MountTests
{
    [Theory]
    [InlineData("type=bind,src=/host/data,dst=/data", "bind", "/host/data", "/data", false)]
    [InlineData("TYPE=Bind,Source=/host/Data,TARGET=/Data,ReadOnly", "bind", "/host/Data", "/Data", true)]
    [InlineData("type=bind,source=/a,destination=/b,ro=true", "bind", "/a", "/b", true)]
    [InlineData("type=bind,source=/a,target=/b,readonly,readonly=0", "bind", "/a", "/b", false)]
    [InlineData("type=bind,source=/a=b,target=/c=d", "bind", "/a=b", "/c=d", false)]
    [InlineData("target=/data", "volume", "", "/data", false)]
    [InlineData("\"type=bind\",\"source=/a,b\",target=/x\"\"y\"", null, null, null, false)]
    [InlineData("type=bind,\"source=/a,\"\"b\",target=/x", "bind", "/a,\"b", "/x", false)]
    [InlineData("type=bogus,source=/a,target=/b", "bogus", "/a", "/b", false)]
    [InlineData("\r\ntarget=/a\nignored", "volume", "", "/a", false)]
    [InlineData("type=bind,source=/a,target=/b,", null, null, null, false)]
    [InlineData("type=bind,source=/a", "bind", "/a", "", false)]
    [InlineData("  type=bind,source=/a,target=/b\t\n", "bind", "/a", "/b", false)]
    [InlineData("type=bind,source=/a,target=/b,ro=TRUE", null, null, null, false)]
    [InlineData("type=,target=/a", null, null, null, false)]
    [InlineData("target=/a, readonly", null, null, null, false)]
    [InlineData("target=/a,volume-driver", null, null, null, false)]
    [InlineData("", null, null, null, false)]
    public void Fields_in_any_case_describe_a_mount(string text, string? type, string? source, string? target, bool isReadOnly)
    {
        var isMount = Mount.TryParse(text, out var mount, out _);

        Assert.Equal(type is not null, isMount);
        Assert.Equal((type, source, target, isReadOnly), (mount?.Type, mount?.Source, mount?.Target, mount?.IsReadOnly ?? false));
    }

    [Fact]
    public void Every_volume_key_has_its_place()
    {
        var mount = Mount.Parse(
            "src=v,dst=/d,volume-nocopy,volume-label=x=y=z,volume-label=c,volume-label==no,volume-driver=d,\"volume-opt=o=addr=10.0.0.1,rw\",volume-subpath=s"
        );

        var options = Assert.IsType<MountVolumeOptions>(mount.VolumeOptions);
        Assert.True(options.NoCopy);
        Assert.Equal(("s", "d"), (options.Subpath, options.Driver));
        Assert.Equal(new Dictionary<string, string> { ["x"] = "y=z", ["c"] = "" }, options.Labels);
        Assert.Equal(new Dictionary<string, string> { ["o"] = "addr=10.0.0.1,rw" }, options.DriverOptions);
        Assert.Null(mount.BindOptions);
    }

    [Fact]
    public void Bind_image_and_tmpfs_keys_have_their_places()
    {
        var bind = Mount.Parse("type=bind,src=/a,dst=/b,ro,bind-recursive=readonly,bind-propagation=RPRIVATE,consistency=Cached");

        Assert.Equal(new MountBindOptions("rprivate", false, false, true, false), bind.BindOptions);
        Assert.Equal("cached", bind.Consistency);
        Assert.Equal(
            new MountBindOptions("", false, false, false, true),
            Mount.Parse("type=bind,src=/a,dst=/b,bind-create-src").BindOptions
        );
        Assert.Equal(
            new MountBindOptions("", false, false, false, false),
            Mount.Parse("type=bind,src=/a,dst=/b,bind-create-src=0").BindOptions
        );
        Assert.Equal(
            new MountBindOptions("", true, false, false, false),
            Mount.Parse("type=bind,src=/a,dst=/b,bind-recursive=disabled").BindOptions
        );
        Assert.Null(Mount.Parse("type=bind,src=/a,dst=/b,bind-recursive=enabled").BindOptions);
        Assert.Equal(new MountImageOptions("etc"), Mount.Parse("type=image,src=i,dst=/b,image-subpath=etc").ImageOptions);
        Assert.Equal(new MountTmpfsOptions(1 << 30, 1023), Mount.Parse("type=tmpfs,dst=/b,tmpfs-size=1g,tmpfs-mode=1777").TmpfsOptions);
    }

    [Theory]
    [InlineData("target=/b,ro=yes", 13, 3, "target=/b,ro=true")]
    [InlineData("target=/b,readonly=no", 19, 2, "target=/b,readonly=false")]
    [InlineData("tpye=bind,source=/a,target=/b", 0, 4, "type=bind,source=/a,target=/b")]
    [InlineData("sorce=a,target=/b", 0, 5, "source=a,target=/b")]
    [InlineData("target=/b,readonyl", 10, 8, "target=/b,readonly")]
    [InlineData("type=tmpfs,target=/b,tmpfs-mode=0o1777", 32, 6, "type=tmpfs,target=/b,tmpfs-mode=1777")]
    [InlineData("type=tmpfs,target=/b,tmpfs-mode=8", 32, 1, null)]
    [InlineData("type=tmpfs,target=/b,tmpfs-mode=40000000000", 32, 11, null)]
    [InlineData("type=tmpfs,target=/b,tmpfs-size=big", 32, 3, null)]
    [InlineData("type=bind,source=\"/a,b\",target=/b", 17, 1, "type=bind,\"source=/a,b\",target=/b")]
    [InlineData("type=bind,source=/a,target=/b,bind-recursive=Writable", 45, 8, null)]
    [InlineData("type=bind,source=/a,target=/b,bind-nonrecursive", 30, 17, "type=bind,source=/a,target=/b,bind-recursive=disabled")]
    [InlineData("type=bind,source=/a,target=/b,Bind-NonRecursive=TRUE", 30, 22, "type=bind,source=/a,target=/b,bind-recursive=disabled")]
    [InlineData("type=bind,source=/a,target=/b,bind-nonrecursive=f", 30, 19, "type=bind,source=/a,target=/b,bind-recursive=enabled")]
    [InlineData("type=bind,source=/a,target=/b,ro=T", 33, 1, "type=bind,source=/a,target=/b,ro=true")]
    [InlineData("type=bind,source=/a,target=/b,bind-create-src=False", 46, 5, "type=bind,source=/a,target=/b,bind-create-src=false")]
    [InlineData("type=bind,source =/a,target=/b", 10, 7, "type=bind,source=/a,target=/b")]
    [InlineData("type=bind,source= /a,target=/b", 17, 3, "type=bind,source=/a,target=/b")]
    [InlineData("  type=bind,source=/a ,target=/b\t", 19, 3, "type=bind,source=/a,target=/b")]
    [InlineData("type=tmpfs,target=/b,tmpfs-size=", 31, 1, null)]
    [InlineData("type=tmpfs,target= ", 17, 1, null)]
    [InlineData(
        "type=bind,source=/a,target=/b,readonly,bind-recursive=writeable",
        54,
        9,
        "type=bind,source=/a,target=/b,readonly,bind-recursive=writable"
    )]
    public void A_fault_is_pointed_at_and_mended_where_it_is_clear(string text, int start, int length, string? suggestion)
    {
        Assert.False(Mount.TryParse(text, out _, out var error));

        Assert.Equal((start, length), (error.Range.Start, error.Range.Length));
        Assert.Equal(suggestion, error.Suggestion);
    }

    [Theory]
    [InlineData("type=bind,source=/a,target=/b,volume-nocopy=false")]
    [InlineData("source=a,target=/b,bind-propagation=rshared")]
    [InlineData("type=bind,source=/a,target=/b,tmpfs-size=1m")]
    [InlineData("type=volume,source=a,target=/b,image-subpath=")]
    public void Keys_of_another_type_are_refused(string text) => Assert.False(Mount.TryParse(text, out _, out _));

    [Theory]
    [InlineData("type=bind,source=/a,target=/b,bind-recursive=writable", ",readonly")]
    [InlineData("type=bind,source=/a,target=/b,bind-recursive=readonly", ",readonly,bind-propagation=rprivate")]
    public void What_bind_recursive_needs_is_suggested(string text, string missing)
    {
        Assert.False(Mount.TryParse(text, out _, out var error));

        Assert.Equal(text + missing, error.Suggestion);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("type=bind,source=/a,target=/b,readonly", Mount.Bind("/a", "/b").AsReadOnly().Text);
        Assert.Equal("type=bind,\"source=/a,b\",target=/b", Mount.Bind("/a,b", "/b").Text);
        Assert.Equal("type=tmpfs,target=/t,tmpfs-size=64m", Mount.Tmpfs("/t", "64m").Text);
        Assert.Equal("type=volume,source=v,target=/b,\"volume-opt=o=a,b\"", Mount.Volume("v", "/b").With("volume-opt", "o=a,b").Text);
        Assert.Equal("type=image,source=i,target=/b", Mount.Image("i", "/b").Text);
        Assert.Throws<ArgumentException>(() => Mount.Bind("/a", ""));
        Assert.Throws<ArgumentException>(() => Mount.Bind("/a", "/b").With("bogus", "1"));
    }
}
