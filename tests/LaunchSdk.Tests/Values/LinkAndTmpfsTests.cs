using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class LinkAndTmpfsTests
{
    [Theory]
    [InlineData("db", "db", "db")]
    [InlineData("db:database", "db", "database")]
    [InlineData("/db:/web/alias", "db", "alias")]
    [InlineData("/db:alias", "db", "alias")]
    [InlineData("/db:/web/", "db", "")]
    [InlineData(":alias", "", "alias")]
    [InlineData("db:", "db", "")]
    [InlineData("/db", "/db", "/db")]
    public void A_link_has_a_container_and_an_alias(string text, string container, string alias)
    {
        Assert.True(ContainerLink.TryParse(text, out var link, out _));

        Assert.Equal((container, alias), (link.Container, link.Alias));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("a:b:c", "a:b")]
    [InlineData("::", ":")]
    public void Other_texts_are_no_links(string text, string? suggestion)
    {
        Assert.False(ContainerLink.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("/run", "/run", "")]
    [InlineData("/tmp:size=64m,mode=1777", "/tmp", "size=64m,mode=1777")]
    [InlineData("tmp:a:b", "tmp", "a:b")]
    public void A_tmpfs_has_a_path_and_options(string text, string path, string options)
    {
        Assert.True(TmpfsMount.TryParse(text, out var mount, out _));

        Assert.Equal((path, options), (mount.Path, mount.Options));
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("db:database", ContainerLink.To("db", "database").Text);
        Assert.Equal("/run:size=1m", TmpfsMount.At("/run", "size=1m").Text);
        Assert.Throws<ArgumentException>(() => TmpfsMount.At("/a:b"));
        Assert.Throws<ArgumentException>(() => ContainerLink.To("a:b"));
    }
}
