using LaunchSdk.Problems;

namespace LaunchSdk.Tests.Problems;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["memory", "memory-swap", "mount", "name", "network", "volume", "env"];

    [Theory]
    [InlineData("memroy", "memory")]
    [InlineData("MEMORY", "memory")]
    [InlineData("volumes", "volume")]
    [InlineData("networ", "network")]
    public void A_misspelling_finds_the_name(string text, string name) => Assert.Equal(name, NearestName.Find(text, Names)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("privileged")]
    public void What_is_far_from_all_finds_none(string text) => Assert.Empty(NearestName.Find(text, Names));

    [Fact]
    public void At_most_three_are_found_the_nearest_first() =>
        Assert.Equal(["aaab", "aabb", "abbb"], NearestName.Find("aaab", ["abbb", "bbbb", "aabb", "aaab", "zzzz"]));

    [Fact]
    public void Two_equally_near_names_leave_no_single_one() =>
        Assert.Null(NearestName.FindOne("kernel.shm", ["kernel.shma", "kernel.shmb"]));
}
