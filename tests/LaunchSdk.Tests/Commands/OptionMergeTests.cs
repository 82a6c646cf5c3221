namespace LaunchSdk.Tests.Commands;

/// <summary>A job's options over a queue's.</summary>
public sealed class OptionMergeTests
{
    [Theory]
    [InlineData("memory: 1g", "memory: 2g", "--memory 2g")]
    [InlineData("env: [A=1, B=2]", "env: [C=3]", "--env C=3")]
    [InlineData("env: [A=1, B=2]", "e: C=3", "-e C=3")]
    [InlineData("e: [A=1]\nenv: [B=2]", "env: [C=3]", "--env C=3")]
    [InlineData("env: [A=1]", "e: [B=2]\nenv: [C=3]", "-e B=2 --env C=3")]
    [InlineData("m: 1g\nrm: true", "memory: null", "--rm")]
    [InlineData("env: [A=1]\ne: [B=2]\nrm: true", "e: null", "--rm")]
    [InlineData("memory: 1g\nrm: true\ncpus: 2", "cpus: 3\nrm: false\ninit: true", "--memory 1g --rm=false --cpus 3 --init")]
    [InlineData("memory: null\nrm: true", "{}", "--rm")]
    [InlineData("rm: true", "memory: null", "--rm")]
    [InlineData("env: [A=1]", "env: []", "")]
    [InlineData("net: a", "network: b", "--network b")]
    public void An_option_of_the_override_replaces_the_queues_in_its_place(string queue, string job, string expected) =>
        Assert.Equal(expected, string.Join(' ', Requests.Request(queue, job).Options()));

    [Fact]
    public void What_queue_and_override_exclude_of_each_other_is_found_in_the_whole()
    {
        var request = Requests.Request("rm: true", "restart: always");

        Assert.StartsWith("LSDK0009: 'rm' and 'restart: always' are mutually exclusive", request.Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_networks_of_one_name_are_left_to_the_merged_whole() =>
        Assert.Equal(
            "--network a",
            string.Join(' ', Requests.Request("network: a\nrestart: always", "network: a\nrestart: null").Options())
        );
}
