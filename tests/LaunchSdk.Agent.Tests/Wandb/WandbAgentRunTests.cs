using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Recovery;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Tests.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>
/// The whole way at W&amp;B's emulator: a job on its queue, an agent that takes it, a container of a real engine, the report.
/// </summary>
public sealed class WandbAgentRunTests
{
    private const string Queue = """{"network": "none", "rm": true, "pull": "never"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task An_image_of_a_queue_is_run_and_its_failure_reported()
    {
        await using var wandb = await WandbFixture.StartAsync();

        var outcome = await RunAsync(
            wandb,
            $$"""
            {"docker": {"docker_image": "{{TestEngine.BusyboxImage}}"}, "project": "p",
             "overrides": {"args": ["sh", "-c", "echo $WANDB_LAUNCH_QUEUE_NAME $WANDB_ENTITY $WANDB_PROJECT $WANDB_BASE_URL; exit 3"]} }
            """
        );

        Assert.Equal((RunQueueItemState.Failed, 3), (outcome.State, outcome.ExitCode));
        Assert.Equal([$"gpu team p {wandb.Server.Address.AbsoluteUri.TrimEnd('/')}"], outcome.LogTail);
        var item = Assert.Single(wandb.State.Queues[0].Items);
        Assert.Equal(("FAILED", "run"), (item.State, item.Stage));
        Assert.Contains("gpu team p", item.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_job_whose_artifact_names_an_image_is_run_with_its_entry_point()
    {
        await using var wandb = await WandbFixture.StartAsync();
        AddJob(
            wandb,
            $$"""{"source_type": "image", "source": {"image": "{{TestEngine.BusyboxImage}}", "entrypoint": ["echo", "from", "the artifact"] } }"""
        );

        var outcome = await RunAsync(wandb, """{"job": "team/p/train:latest", "project": "p", "overrides": {"args": ["it is"]}}""");

        Assert.Equal((RunQueueItemState.Finished, "from the artifact it is"), (outcome.State, string.Join('|', outcome.LogTail)));
    }

    [EngineFact]
    public async Task A_job_of_code_in_an_artifact_is_built_and_run()
    {
        await using var wandb = await WandbFixture.StartAsync();
        AddJob(
            wandb,
            """{"source_type": "artifact", "source": {"artifact": "team/p/code:latest", "entrypoint": ["sh", "main.sh"], "dockerfile": "docker/Dockerfile.train"}, "runtime": "3.12"}"""
        );
        WandbArtifactsTests.Add(
            wandb,
            "code:latest",
            ("docker/Dockerfile.train", $"FROM {TestEngine.BusyboxImage}\nWORKDIR /code\nCOPY . .\n"),
            ("main.sh", "echo the code says $1\n")
        );

        var outcome = await RunAsync(wandb, """{"job": "team/p/train:latest", "project": "p", "overrides": {"args": ["hello"]}}""");

        Assert.Equal((RunQueueItemState.Finished, "the code says hello"), (outcome.State, string.Join('|', outcome.LogTail)));
    }

    [EngineTheory]
    [InlineData(null, "the job's commit says hello")]
    [InlineData("main", "the branch says hello")]
    public async Task A_job_of_a_repository_is_built_from_its_commit_or_the_version_that_is_asked_for(string? version, string said)
    {
        Assert.SkipUnless(GitServer.CanRun, GitServer.SkipReason);
        await using var git = new GitServer();
        await git.InitializeAsync();
        await git.CreateAsync("train", ("docker/Dockerfile.train", $"FROM {TestEngine.BusyboxImage}\nWORKDIR /code\nCOPY . .\n"));
        var commit = await git.CommitAsync("train", ("main.sh", "echo \"the job's commit says $1\"\n"));
        await git.CommitAsync("train", ("main.sh", "echo the branch says $1\n"));
        await using var wandb = await WandbFixture.StartAsync();
        AddJob(
            wandb,
            $$"""
            {"source_type": "repo", "runtime": "3.12",
             "source": {"git": {"remote": "{{git.Address(
                "train"
            )}}", "commit": "{{commit}}"}, "entrypoint": ["sh", "main.sh"], "dockerfile": "docker/Dockerfile.train"} }
            """
        );
        var asked = version is null
            ? ""
            : $$"""
                "git": {"version": "{{version}}"},
                """;

        var outcome = await RunAsync(
            wandb,
            $$"""{"job": "team/p/train:latest", "project": "p", {{asked}} "overrides": {"args": ["hello"]} }""",
            git.Options().Environment
        );

        Assert.Equal((RunQueueItemState.Finished, said), (outcome.State, string.Join('|', outcome.LogTail)));
    }

    [EngineTheory]
    [InlineData(
        """{"source_type": "artifact", "source": {"artifact": "team/p/none:latest"} }""",
        "W&B has no artifact 'team/p/none:latest'"
    )]
    [InlineData("""{"source_type": "image", "source": {"image": "../etc"} }""", "the image of the job 'team/p/train:latest'")]
    [InlineData("""{"source_type": "repo", "source": {"git": {"remote": "/etc", "commit": "abc"} } }""", "the job 'team/p/train:latest'")]
    public async Task A_job_that_cannot_be_made_fails_with_its_reason(string json, string reason)
    {
        await using var wandb = await WandbFixture.StartAsync();
        AddJob(wandb, json);

        var outcome = await RunAsync(wandb, """{"job": "team/p/train:latest", "project": "p"}""");

        Assert.Equal((RunQueueItemState.Failed, RunStage.Agent), (outcome.State, outcome.Stage!.Value));
        Assert.StartsWith(reason, outcome.Message, StringComparison.Ordinal);
    }

    private static void AddJob(WandbFixture wandb, string json) => WandbArtifactsTests.Add(wandb, "train:latest", ("wandb-job.json", json));

    private static async Task<RunOutcome> RunAsync(WandbFixture wandb, string job, Func<string, string?>? environment = null)
    {
        var folder = Directory.CreateTempSubdirectory("launchsdk-wandb-").FullName;
        try
        {
            await wandb.QueueAsync(options: Queue);
            var item = await wandb.Backend.PushAsync("gpu", WandbFixture.Job(job), Token);
            await using var docker = new LaunchDocker(
                new DockerEngineOptions
                {
                    Host = (await TestEngine.RequireAsync()).Host,
                    Environment = environment ?? Environment.GetEnvironmentVariable,
                }
            );
            var options = KilledAgent.OptionsIn(folder) with { Queues = ["gpu"], Once = true, Wandb = wandb.Options };

            await new LaunchAgent(options, wandb.Backend, docker).RunAsync(Token);

            return (await wandb.Backend.FindItemAsync(item.Id, Token))!.Outcome!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
