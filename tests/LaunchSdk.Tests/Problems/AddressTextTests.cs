using LaunchSdk.Problems;

namespace LaunchSdk.Tests.Problems;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("tcp://user:pw@127.0.0.1:1 does not answer", "tcp://user:***@127.0.0.1:1 does not answer")]
    [InlineData("'tcp://user:p@w:#1?'@host:2375'", "'tcp://user:***@host:2375'")]
    [InlineData("https://token@github.com/a/b", "https://***@github.com/a/b")]
    [InlineData("https://user:token@github.com/a/b.git", "https://***@github.com/a/b.git")]
    [InlineData("HTTP://a:b@proxy:3128/", "HTTP://***@proxy:3128/")]
    [InlineData("postgres://launch:secret@db/queues", "postgres://launch:***@db/queues")]
    [InlineData("http://:secret@proxy", "http://***@proxy")]
    [InlineData("ssh://git@host/a", "ssh://git@host/a")]
    [InlineData("git@github.com:a/b", "git@github.com:a/b")]
    [InlineData("https://host:5000/name@sha256:abc", "https://host:5000/name@sha256:abc")]
    [InlineData("https://s3/x?a=1&X-Amz-Signature=abcdef&b=2", "https://s3/x?a=1&X-Amz-Signature=***&b=2")]
    [InlineData("https://h/x?access_token=abc", "https://h/x?access_token=***")]
    [InlineData("Host=db;Username=a;Password=se cret;Database=q", "Host=db;Username=a;Password=***;Database=q")]
    [InlineData("Host=db;Password='se cret';Database=q", "Host=db;Password=***;Database=q")]
    [InlineData("Host=db; pwd = secret", "Host=db; pwd = ***")]
    [InlineData("nothing here: a=b ://", "nothing here: a=b ://")]
    public void What_logs_in_is_hidden(string text, string expected) => Assert.Equal(expected, AddressText.Hide(text));

    [Fact]
    public void A_hostile_text_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("a://b:", 1_000_000));

        Assert.True(AddressText.Hide(text).Length < 17_000);
    }
}
