using FsCheck.Xunit;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Sources;

public sealed class BuildSourceTests
{
    [Theory]
    [InlineData(".")]
    [InlineData("./train")]
    [InlineData("../train")]
    [InlineData("/srv/train")]
    [InlineData("./-f")]
    public void A_path_is_a_directory(string text) => Assert.Equal(text, Assert.IsType<DirectorySource>(BuildSource.Parse(text)).Path);

    [Theory]
    [InlineData("busybox")]
    [InlineData("localhost:5000/team/train:1.4")]
    [InlineData("ghcr.io/team/train@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Another_name_is_an_image(string text) => Assert.Equal(text, Assert.IsType<ImageSource>(BuildSource.Parse(text)).Image.Text);

    [Theory]
    [InlineData("https://github.com/team/train.git", "https://github.com/team/train.git", null, null)]
    [InlineData("https://github.com/team/train", "https://github.com/team/train", null, null)]
    [InlineData("https://github.com/team/train.git#main", "https://github.com/team/train.git", "main", null)]
    [InlineData("https://github.com/team/train.git#feature/x:jobs/train", "https://github.com/team/train.git", "feature/x", "jobs/train")]
    [InlineData("https://github.com/team/train.git#:jobs", "https://github.com/team/train.git", null, "jobs")]
    [InlineData("ssh://git@host:2222/team/train.git#v1", "ssh://git@host:2222/team/train.git", "v1", null)]
    [InlineData("git@github.com:team/train.git#4f2a9c1", "git@github.com:team/train.git", "4f2a9c1", null)]
    public void A_repository_has_a_version_and_a_folder(string text, string repository, string? version, string? folder)
    {
        var git = Assert.IsType<GitSource>(BuildSource.Parse(text));

        Assert.Equal((repository, version, folder), (git.Repository, git.Version, git.Folder));
        Assert.Equal(text, git.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-upload-pack=touch x")]
    [InlineData("file:///etc")]
    [InlineData("git://host/repo.git")]
    [InlineData("http://host/repo.git")]
    [InlineData("ext::sh -c touch% /tmp/x")]
    [InlineData("fd::3")]
    [InlineData("https://-oProxyCommand=x/repo")]
    [InlineData("ssh://-oProxyCommand=x/repo")]
    [InlineData("ssh://git@-oProxyCommand=x/repo")]
    [InlineData("git@-oProxyCommand=x:repo")]
    [InlineData("-git@host:repo")]
    [InlineData("git@host:-repo")]
    [InlineData("https://host")]
    [InlineData("https://host/repo.git#--upload-pack=x")]
    [InlineData("https://host/repo.git#-x")]
    [InlineData("https://host/repo.git#a..b")]
    [InlineData("https://host/repo.git#a b")]
    [InlineData("https://host/repo.git#main:../..")]
    [InlineData("https://host/repo.git#main:.git")]
    [InlineData("https://host/repo.git\nx")]
    [InlineData("Team/Train")]
    [InlineData("busybox#main")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(BuildSource.TryParse(text, out _, out var error));
        Assert.Contains(": ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("https://ada:hunter2@host/repo.git")]
    [InlineData("https://hunter2@host/repo.git")]
    [InlineData("ssh://ada:hunter2@host/repo.git")]
    [InlineData("http://ada:hunter2@host/repo.git")]
    [InlineData("ftp://ada:hunter2@host/repo.git#main")]
    public void A_password_is_refused_and_not_repeated(string text)
    {
        Assert.False(BuildSource.TryParse(text, out _, out var error));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Suggestion ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_a_repository_keeps_its_folder()
    {
        var git = GitSource.Parse("https://host/repo.git#main:jobs").WithVersion("v2");

        Assert.Equal("https://host/repo.git#v2:jobs", git.Text);
        Assert.Throws<FormatException>(() => git.WithVersion("--upload-pack=x"));
        Assert.Throws<FormatException>(() => git.WithVersion(""));
    }

    [Property]
    public bool No_text_becomes_an_option_of_git(string? version)
    {
        var text = $"https://host/repo.git#{version}";
        return !GitSource.TryParse(text, out var git, out _)
            || ((git.Version ?? "x")[0] != '-' && !(git.Version ?? "").Any(char.IsControl) && git.Repository == "https://host/repo.git");
    }
}
