using LaunchSdk.Docker.Building;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>Docker's notation of build secrets, as buildx 0.29 reads it.</summary>
public sealed class BuildSecretTests
{
    [Theory]
    [InlineData("id=a,env=HOME", "a", null, "HOME")]
    [InlineData("id=a,src=pip.conf", "a", "pip.conf", null)]
    [InlineData("type=file,id=a,source=/etc/pip.conf", "a", "/etc/pip.conf", null)]
    [InlineData("id=a,type=env,src=HOME", "a", null, "HOME")]
    [InlineData("type=env,id=a,env=HOME", "a", null, "HOME")]
    [InlineData("ID=a,SRC=f", "a", "f", null)]
    [InlineData("id=HOME", "HOME", null, null)]
    [InlineData("\"id=a\",\"src=a,b\"", "a", "a,b", null)]
    [InlineData("id=a,src=x=y", "a", "x=y", null)]
    public void A_secret_is_read_as_docker_reads_it(string text, string id, string? path, string? variable)
    {
        var secret = BuildSecret.Parse(text);

        Assert.Equal((id, path, variable), (secret.Id, secret.Path, secret.Variable));
        var again = BuildSecret.Parse(secret.ToString());
        Assert.Equal((id, path, variable), (again.Id, again.Path, again.Variable));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("token", "'token' is not key=value")]
    [InlineData("src=x", "it has no id")]
    [InlineData("id=,env=HOME", "'id' has no value")]
    [InlineData("id=a,foo=1", "it has no key 'foo'")]
    [InlineData(" id=a,env=HOME", "it has no key ' id'")]
    [InlineData("id=a,type=x", "its type is file or env, not 'x'")]
    [InlineData("id=a,src=x,env=Y", "a file and a variable are mutually exclusive")]
    [InlineData("id=a,type=env,src=X,env=Y", "a file and a variable are mutually exclusive")]
    [InlineData("id=a,type=file,env=Y", "a variable is not of type file")]
    [InlineData("id=a,id=b,env=HOME", "'id' is given twice")]
    [InlineData("id=a,src=x,source=y", "'src' is given twice")]
    [InlineData("id=a,\"src=x", "double quotes")]
    public void What_is_no_secret_is_refused_with_what_to_write(string text, string words)
    {
        Assert.False(BuildSecret.TryParse(text, out _, out var error));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, Assert.Throws<FormatException>(() => BuildSecret.Parse(text)).Message);
    }

    [Fact]
    public void A_secret_that_is_given_as_it_is_is_not_printed()
    {
        var secret = BuildSecret.FromValue("token", "hunter2-hunter2");

        Assert.Equal("id=token", secret.ToString());
        Assert.Equal((null, null), (secret.Path, secret.Variable));
    }
}
