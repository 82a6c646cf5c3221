using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class GpuRequestTests
{
    [Theory]
    [InlineData("all", -1, "", "gpu")]
    [InlineData("2", 2, "", "gpu")]
    [InlineData("0", 0, "", "gpu")]
    [InlineData("-1", -1, "", "gpu")]
    [InlineData("-5", -5, "", "gpu")]
    [InlineData("count=+3", 3, "", "gpu")]
    [InlineData("device=0", 0, "0", "gpu")]
    [InlineData("device=0,1", 1, "0", "gpu")]
    [InlineData("\"device=0,1\"", 0, "0|1", "gpu")]
    [InlineData("\"device=0,\"", 0, "0|", "gpu")]
    [InlineData("all,capabilities=utility", -1, "", "utility|gpu")]
    [InlineData("all,\"capabilities=compute,utility\"", -1, "", "compute|utility|gpu")]
    [InlineData("capabilities=gpu", 1, "", "gpu|gpu")]
    [InlineData("driver=nvidia", 1, "", "gpu")]
    [InlineData("all,2", 2, "", "gpu")]
    [InlineData("count=1,2", 2, "", "gpu")]
    [InlineData("all\r\n", -1, "", "gpu")]
    [InlineData("\n\nall\nbogus", -1, "", "gpu")]
    public void One_record_says_how_many_or_which(string text, long count, string ids, string capabilities)
    {
        Assert.True(GpuRequest.TryParse(text, out var request, out _));

        Assert.Equal(count, request.Count);
        Assert.Equal(ids, string.Join("|", request.DeviceIds));
        Assert.Equal(capabilities, string.Join("|", request.Capabilities));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\n", null)]
    [InlineData("bogus", null)]
    [InlineData("All", "all")]
    [InlineData("1.5", null)]
    [InlineData("0x2", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("count=", null)]
    [InlineData("all,all", null)]
    [InlineData("all,count=2", null)]
    [InlineData("device=0,device=1", "\"device=0,1\"")]
    [InlineData("devices=0", "device=0")]
    [InlineData("device=\"0,1\"", "\"device=0,1\"")]
    [InlineData("\"device=0,1", null)]
    [InlineData("\"device=0\"x", null)]
    [InlineData("options=", null)]
    [InlineData("\"options=a\"\"b\"", null)]
    [InlineData("Count=2", "count=2")]
    public void Other_records_are_refused(string text, string? suggestion)
    {
        Assert.False(GpuRequest.TryParse(text, out _, out var error));

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void Options_are_a_record_in_a_field()
    {
        var request = GpuRequest.Parse("all,\"options=a=1,b,\"\"c=x,y\"\"\"");

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["a"] = "1",
                ["b"] = "",
                ["c"] = "x,y",
            },
            request.Options
        );
    }

    [Fact]
    public void Factories_write_the_quotes_that_docker_needs()
    {
        Assert.Equal("all", Gpus.All.Text);
        Assert.Equal("2", Gpus.Count(2).Text);
        Assert.Equal("device=0", Gpus.Devices("0").Text);
        Assert.Equal("\"device=0,1\"", Gpus.Devices("0", "1").Text);
        Assert.Equal(
            "\"device=0,1\",driver=nvidia,\"capabilities=compute,utility\"",
            Gpus.Devices("0", "1").WithDriver("nvidia").WithCapabilities("compute", "utility").Text
        );
        Assert.Equal("all,options=a=1", Gpus.All.WithOption("a", "1").Text);
        Assert.Equal("x,y", Gpus.All.WithOption("a", "x,y").WithOption("b", "\"").Options["a"]);
        Assert.Throws<ArgumentException>(() => Gpus.Devices());
        Assert.Throws<ArgumentException>(() => Gpus.Devices("0,1", "2"));
    }
}
