using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>Faults between create and start, on an engine that does as told.</summary>
public sealed class StartFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_create_that_fails_although_the_container_exists_leaves_no_container()
    {
        await using var engine = new RecordingEngine
        {
            CreateError = ("500 Internal Server Error", "context deadline exceeded"),
            CreatesInSpiteOfError = true,
        };

        await Assert.ThrowsAsync<ContainerCreateException>(() => RunAsync(engine));

        Assert.Single(engine.Requests, request => request.Method == "DELETE" && request.Query["force"] == "1");
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_leaves_no_container()
    {
        var answers = 0;
        await using var engine = new RecordingEngine
        {
            BeforeAnswer = request =>
                request.Path == "/containers/create" && Interlocked.Increment(ref answers) == 1
                    ? Task.FromException(new IOException("gone"))
                    : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<DockerEngineUnavailableException>(() => RunAsync(engine));

        var run = engine.Request("/containers/create").Body!["Labels"]![LaunchLabels.Run]!;
        Assert.Contains(
            engine.Requests,
            request => request.Path == "/containers/json" && request.Query["filters"].Contains((string)run!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_create_that_the_engine_refuses_is_not_looked_for()
    {
        await using var engine = new RecordingEngine { CreateError = ("400 Bad Request", "invalid reference format") };

        await Assert.ThrowsAsync<ContainerCreateException>(() => RunAsync(engine));

        Assert.DoesNotContain(engine.Requests, request => request.Path == "/containers/json");
    }

    [Fact]
    public async Task A_start_that_fails_removes_the_container_and_says_why()
    {
        await using var engine = new RecordingEngine
        {
            StartError = ("500 Internal Server Error", "driver failed programming external connectivity: port is already allocated"),
        };

        var error = await Assert.ThrowsAsync<ContainerStartException>(() => RunAsync(engine));

        Assert.Contains("Publish another port", error.Advice, StringComparison.Ordinal);
        Assert.Single(engine.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_start_whose_answer_is_lost_counts_when_the_container_was_seen_to_run()
    {
        var output = new CapturedOutput();
        await using var engine = new RecordingEngine
        {
            Output = Frames.Of((1, "hello")),
            ExitCode = 4,
            StartAnswerLostAfter = () => output.WaitForStdoutAsync("hello", Token),
        };
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);

        var result = await new ContainerRunner(docker).RunAsync(Plans.Shell(":").KeptAfterwards(), output, null, Token);

        Assert.Equal((4, "hello"), (result.ExitCode, output.Stdout));
        Assert.DoesNotContain(engine.Requests, static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_start_whose_answer_is_lost_fails_when_nothing_was_seen_of_the_container()
    {
        await using var engine = new RecordingEngine
        {
            BeforeAnswer = static request =>
                request.Path.EndsWith("/start", StringComparison.Ordinal)
                    ? Task.FromException(new IOException("gone"))
                    : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<DockerEngineUnavailableException>(() => RunAsync(engine));

        Assert.Contains(engine.Requests, static request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_container_that_is_gone_without_a_word_of_its_exit_is_an_error_that_says_so()
    {
        await using var engine = new RecordingEngine();
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        using var watch = new ContainerWatch(docker, new string('a', 64), autoRemove: true, TimeSpan.FromMinutes(1));

        watch.OnInterrupted();
        var error = await Assert.ThrowsAsync<ContainerLostException>(() => watch.Exited);

        Assert.Contains("leave rm out", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_container_carries_the_labels_of_its_run()
    {
        await using var engine = new RecordingEngine();

        await RunAsync(engine);

        var labels = engine.Request("/containers/create").Body!["Labels"]!;
        Assert.Equal("true", (string?)labels[LaunchLabels.Managed]);
        Assert.Equal(ContainerOwner.Current.ToString(), (string?)labels[LaunchLabels.Owner]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)labels[LaunchLabels.Run]);
    }

    private static async Task<ContainerResult> RunAsync(RecordingEngine engine)
    {
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        return await new ContainerRunner(docker).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance, null, Token);
    }
}
