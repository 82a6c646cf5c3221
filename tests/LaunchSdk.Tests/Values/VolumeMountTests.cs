using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class VolumeMountTests
{
    [Theory]
    [InlineData("/data", null, "/data", null)]
    [InlineData("./data", null, "./data", null)]
    [InlineData("/a:/b", "/a", "/b", null)]
    [InlineData("/a:/b:ro,Z", "/a", "/b", "ro,Z")]
    [InlineData("myvolume:/data:ro", "myvolume", "/data", "ro")]
    [InlineData("/my data/set 1:/data set:ro", "/my data/set 1", "/data set", "ro")]
    [InlineData("/数据:/données", "/数据", "/données", null)]
    [InlineData("::", null, "::", null)]
    [InlineData(":", null, ":", null)]
    [InlineData("a:", null, "a:", null)]
    [InlineData("é:/data", null, "é:/data", null)]
    [InlineData("a:/data", null, "a:/data", null)]
    [InlineData("a:/data:ro", "a:/data", "ro", null)]
    [InlineData("name:D:", "name", "D:", null)]
    [InlineData(@"C:\data:D:\x:ro", @"C:\data", @"D:\x", "ro")]
    [InlineData("C:/data:/data", "C:/data", "/data", null)]
    [InlineData("C::/data", "C:", "/data", null)]
    [InlineData("数:/data:ro", "数:/data", "ro", null)]
    [InlineData("\U00020000:/data", null, "\U00020000:/data", null)]
    [InlineData("1:/data", "1", "/data", null)]
    [InlineData("/a:/b:x:y", "/a", "/b", "x:y")]
    [InlineData(@"\\.\pipe\docker_engine:\\.\pipe\docker_engine", @"\\.\pipe\docker_engine", @"\\.\pipe\docker_engine", null)]
    public void Sections_are_told_from_drives(string text, string? source, string target, string? mode)
    {
        Assert.True(VolumeMount.TryParse(text, out var mount, out _));

        Assert.Equal(source, mount.Source);
        Assert.Equal(target, mount.Target);
        Assert.Equal(mode, mount.Mode);
        Assert.Equal(source is null, mount.IsAnonymous);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(@":C:\foo", @"C:\foo")]
    [InlineData("/c::d", "/c:d")]
    [InlineData("/a:/b:", "/a:/b")]
    [InlineData("/a:/b:ro:", "/a:/b:ro")]
    [InlineData(":::", null)]
    [InlineData("/a:/b:ro:more", null)]
    public void Empty_and_surplus_sections_are_refused(string text, string? suggestion)
    {
        Assert.False(VolumeMount.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Theory]
    [InlineData("/a:/b", true)]
    [InlineData("./a:/b", true)]
    [InlineData("~/a:/b", true)]
    [InlineData(@"C:\a:/b", true)]
    [InlineData(@"\\host\share:/b", true)]
    [InlineData("data/sub:/b", false)]
    [InlineData("$HOME/a:/b", false)]
    [InlineData("1:/b", false)]
    [InlineData("/b", false)]
    public void A_source_that_looks_like_a_path_makes_a_bind(string text, bool isBind) =>
        Assert.Equal(isBind, VolumeMount.Parse(text).IsBind);

    [Fact]
    public void The_last_option_of_a_kind_counts()
    {
        var mount = VolumeMount.Parse("/a:/b:ro,rw,rslave,nocopy,rshared");

        Assert.False(mount.IsReadOnly);
        Assert.True(mount.NoCopy);
        Assert.Equal("rshared", mount.Propagation);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("/a:/b:ro", VolumeMount.Bind("/a", "/b").AsReadOnly().Text);
        Assert.Equal("vol:/b:nocopy,ro", VolumeMount.Named("vol", "/b").WithOptions("nocopy").AsReadOnly().Text);
        Assert.Equal("/b", VolumeMount.Anonymous("/b").Text);
        Assert.Equal("{{x}}:/b", VolumeMount.Bind("{{x}}", "/b").Text);
        Assert.Throws<ArgumentException>(() => VolumeMount.Bind("v", "/b"));
        Assert.Throws<ArgumentException>(() => VolumeMount.Bind("/a:b", "/b"));
        Assert.Throws<ArgumentException>(() => VolumeMount.Named("/a", "/b"));
        Assert.Throws<ArgumentException>(() => VolumeMount.Named("v", "/b"));
        Assert.Throws<InvalidOperationException>(() => VolumeMount.Anonymous("/b").AsReadOnly());
    }

    [Fact]
    public void A_long_row_of_colons_is_refused_quickly() => Assert.False(VolumeMount.TryParse(new string(':', 100_000), out _, out _));
}
