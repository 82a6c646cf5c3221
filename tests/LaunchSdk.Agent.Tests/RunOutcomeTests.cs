using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Tests;

public sealed class RunOutcomeTests
{
    [Fact]
    public void Outcomes_with_the_same_lines_are_equal() =>
        Assert.Equal(
            RunOutcome.Failed(RunStage.Run, "ended") with
            {
                LogTail = ["a", "b"],
            },
            RunOutcome.Failed(RunStage.Run, "ended") with
            {
                LogTail = ["a", "b"],
            }
        );

    [Fact]
    public void Outcomes_with_other_lines_differ() =>
        Assert.NotEqual(
            RunOutcome.Failed(RunStage.Run, "ended") with
            {
                LogTail = ["a"],
            },
            RunOutcome.Failed(RunStage.Run, "ended") with
            {
                LogTail = ["b"],
            }
        );
}
