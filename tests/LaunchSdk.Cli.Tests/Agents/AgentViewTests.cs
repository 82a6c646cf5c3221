using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Cli.Commands.Agent;
using Spectre.Console;

namespace LaunchSdk.Cli.Tests.Agents;

public sealed class AgentViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_view_has_queues_jobs_GPUs_and_endings()
    {
        var status = new AgentStatus("desk", "SQLite queues.db", AgentPhase.Working, Now)
        {
            MaxJobs = 2,
            Queues = [new AgentQueueStatus("training", null), new AgentQueueStatus("gone", "there is no such queue")],
            Jobs =
            [
                new AgentJobStatus("aaa", "training", "baseline", JobStep.Running, Now - TimeSpan.FromSeconds(83), Now) { Gpus = ["0"] },
                new AgentJobStatus("bbb", "training", "[red]next\u001b[2J", JobStep.WaitingForGpus, Now - TimeSpan.FromMinutes(125), Now)
                {
                    Waiting = "waits for 1 GPU",
                },
            ],
            Gpus = [new AgentGpuStatus("0", "aaa"), new AgentGpuStatus("1", null)],
            Ended =
            [
                new AgentJobStatus("ccc", "training", "old", JobStep.Ended, Now, Now)
                {
                    Outcome = RunOutcome.Failed(RunStage.Run, "ended with exit code 3"),
                },
            ],
            EndedCount = 5,
            BackendProblem = "the database does not answer",
        };

        var lines = Draw(status, [new RunQueue("training", new DockerQueue(), Now, 12, 1)]);

        Assert.Equal(
            [
                "agent desk: working, 2 of 2 jobs, 5 ended  (SQLite queues.db)",
                "! the database does not answer",
                "QUEUE WAITING RUNNING",
                "training 12 1",
                "gone there is no such queue",
                "JOB NAME QUEUE STEP FOR GPUS",
                "aaa baseline training running 1m23s 0",
                "bbb [red]next\\u001b[2J training waiting for gpus 2h05m waits for 1 GPU",
                "GPUs: 0 aaa 1 free",
                "ENDED NAME STATE WHAT",
                "ccc old failed ended with exit code 3",
            ],
            lines.Select(static line =>
                line.StartsWith("agent", StringComparison.Ordinal)
                    ? line
                    : string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )
        );
    }

    private static string[] Draw(AgentStatus status, IReadOnlyList<RunQueue> counts)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = 120;
        console.Write(AgentView.Render(status, counts));
        return output
            .ToString()
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(static line => line.TrimEnd())
            .Where(static line => line.Length > 0)
            .ToArray();
    }
}
