using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>Every rule of the schema about values that nobody takes warns of its own examples, once each, with the way out.</summary>
public sealed class RefusedValueTests
{
    public static TheoryData<string> Queues { get; } = [.. RefusedQueues.All.Select(queue => queue.Text)];

    [Theory]
    [MemberData(nameof(Queues))]
    public void An_example_of_a_rule_is_warned_of_once_and_nothing_else_is_said_of_the_engine(string queue)
    {
        var problems = DockerQueue.Parse(queue, "queue.json").Problems;

        var problem = Assert.Single(problems, problem => problem.Rule == RefusedByEngine.Rule);
        Assert.Contains(": write ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_says_where_it_was_seen() =>
        Assert.All(
            RefusedQueues.All,
            queue => Assert.All(queue.Rule.Seen, seen => Assert.Matches(@"^(\d+\.\d+\.\d+|docker \d+\.\d+\.\d+|moby's source)$", seen))
        );
}
