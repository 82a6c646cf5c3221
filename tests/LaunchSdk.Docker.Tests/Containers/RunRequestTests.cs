using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Images;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

public sealed class RunRequestTests
{
    private readonly CapturedOutput _output = new();

    [Fact]
    public async Task A_run_is_three_requests_beside_the_stream_of_events()
    {
        await using var engine = new RecordingEngine { ExitCode = 7, Output = Frames.Of((1, "out"), (2, "err")) };

        var result = await RunAsync(engine, Plans.Shell(":"));

        Assert.Equal(["/_ping", "/containers/create", "/containers/ID/attach", "/containers/ID/start"], Paths(engine, result.Id));
        Assert.Equal((7, "out", "err"), (result.ExitCode, _output.Stdout, _output.Stderr));
    }

    [Fact]
    public async Task An_end_that_is_told_long_after_the_output_has_ended_is_waited_for_without_reading_the_logs()
    {
        await using var engine = new RecordingEngine
        {
            ExitCode = 7,
            Output = Frames.Of((1, "out")),
            TellsEndLate = true,
        };

        var result = await RunAsync(engine, Plans.Shell(":"));

        Assert.Equal((7, "out", true), (result.ExitCode, _output.Stdout, result.IsOutputComplete));
        Assert.DoesNotContain(engine.Requests, static request => request.Path.EndsWith("/logs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_on_one_engine_share_the_stream_of_events()
    {
        await using var engine = new RecordingEngine();
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    new ContainerRunner(docker).RunAsync(
                        Plans.Shell(":"),
                        new CapturedOutput(),
                        null,
                        TestContext.Current.CancellationToken
                    )
                )
        );

        Assert.Single(engine.Requests, request => request.Path == "/events");
    }

    [Theory]
    [InlineData(true, "removed")]
    [InlineData(false, "next-exit")]
    public async Task Where_events_are_refused_the_run_waits_for_what_it_ends_with(bool autoRemove, string condition)
    {
        await using var engine = new RecordingEngine { EventsError = ("403 Forbidden", "not through this proxy"), ExitCode = 6 };

        var result = await RunAsync(engine, Plans.Shell(":").With(parameters => parameters.HostConfig!.AutoRemove = autoRemove));

        Assert.Equal((6, condition), (result.ExitCode, engine.Request($"/containers/{result.Id}/wait").Query["condition"]));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task An_image_that_was_prepared_is_not_pulled_always_once_more(bool hasImage, int pulls)
    {
        await using var engine = new RecordingEngine();
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = engine.Host });
        var queue = new DockerQueue { Config = new() { Pull = Values.Pull.Always } };
        var command = Commands
            .DockerRunCommand.Create(new Commands.DockerRunRequest { Queue = queue, Image = "ghcr.io/team/job:1" })
            .GetValueOrThrow();

        await docker.RunAsync(command, new LaunchRunOptions { HasImage = hasImage }, TestContext.Current.CancellationToken);

        Assert.Equal(pulls, engine.Requests.Count(request => request.Path == "/images/create"));
    }

    [Fact]
    public async Task The_policy_missing_pulls_after_the_engine_misses_the_image()
    {
        await using var engine = new RecordingEngine { ImageMissing = true };

        await RunAsync(
            engine,
            Plans.Shell(":").With(parameters => parameters.Image = "ghcr.io/team/job:1") with
            {
                PullPolicy = PullPolicy.Missing,
            }
        );

        Assert.Equal(["/_ping", "/containers/create", "/images/create", "/containers/create"], Paths(engine).Take(4));
        Assert.Equal(
            ("ghcr.io/team/job", "1"),
            (engine.Request("/images/create").Query["fromImage"], engine.Request("/images/create").Query["tag"])
        );
    }

    [Fact]
    public async Task The_policy_always_pulls_first()
    {
        await using var engine = new RecordingEngine();

        await RunAsync(engine, Plans.Shell(":") with { PullPolicy = PullPolicy.Always });

        Assert.Equal(["/_ping", "/images/create", "/containers/create"], Paths(engine).Take(3));
    }

    [Fact]
    public async Task The_policy_never_does_not_pull()
    {
        await using var engine = new RecordingEngine { ImageMissing = true };

        var error = await Assert.ThrowsAsync<ContainerCreateException>(() =>
            RunAsync(engine, Plans.Shell(":") with { PullPolicy = PullPolicy.Never })
        );

        Assert.StartsWith("No such image", error.EngineMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(engine.Requests, request => request.Path == "/images/create");
    }

    [Fact]
    public async Task An_error_inside_the_stream_of_a_pull_is_an_exception()
    {
        await using var engine = new RecordingEngine { ImageMissing = true, PullError = "pull access denied for team/job" };

        var error = await Assert.ThrowsAsync<ImagePullException>(() =>
            RunAsync(engine, Plans.Shell(":") with { PullPolicy = PullPolicy.Missing })
        );

        Assert.Equal("pull access denied for team/job", error.EngineMessage);
        Assert.Equal(125, error.ExitCode);
    }

    [Fact]
    public async Task A_failed_start_removes_the_container()
    {
        await using var engine = new RecordingEngine
        {
            StartError = ("500 Internal Server Error", "could not select device driver \"\" with capabilities: [[gpu]]"),
        };

        var error = await Assert.ThrowsAsync<ContainerStartException>(() => RunAsync(engine, Plans.Shell(":")));

        Assert.Contains(engine.Requests, request => request.Method == "DELETE" && request.Query["force"] == "1");
        Assert.Contains("NVIDIA Container Toolkit", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detached_run_attaches_nothing()
    {
        await using var engine = new RecordingEngine();

        var result = await RunAsync(engine, Plans.Shell(":") with { Detach = true });

        Assert.DoesNotContain($"/containers/{result.Id}/attach", engine.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Only_what_is_attached_is_asked_for()
    {
        await using var engine = new RecordingEngine();

        var result = await RunAsync(
            engine,
            Plans.Shell(":").With(parameters => parameters.AttachStderr = false) with
            {
                DetachKeys = "ctrl-a,d",
            }
        );

        var query = engine.Request($"/containers/{result.Id}/attach").Query;
        Assert.Equal(
            ["detachKeys=ctrl-a,d", "stdout=1", "stream=1"],
            query.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("/containers/create")]
    [InlineData("/attach")]
    public async Task A_run_that_is_cancelled_while_the_engine_works_leaves_no_container(string path)
    {
        using var cancellation = new CancellationTokenSource();
        await using var engine = new RecordingEngine
        {
            BeforeAnswer = request =>
                request.Path.EndsWith(path, StringComparison.Ordinal) ? cancellation.CancelAsync() : Task.CompletedTask,
        };
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ContainerRunner(docker).RunAsync(Plans.Shell(":"), _output, null, cancellation.Token)
        );

        Assert.Contains(engine.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task An_engine_that_is_lost_during_the_start_is_unavailable()
    {
        await using var engine = new RecordingEngine
        {
            BeforeAnswer = request =>
                request.Path.EndsWith("/start", StringComparison.Ordinal)
                    ? Task.FromException(new IOException("gone"))
                    : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<DockerEngineUnavailableException>(() => RunAsync(engine, Plans.Shell(":")));
    }

    [Fact]
    public async Task What_is_shown_is_what_is_sent()
    {
        await using var engine = new RecordingEngine();
        var plan = Plans
            .Shell("echo 'ä & <b>'")
            .With(parameters => (parameters.Name, parameters.Platform, parameters.Env) = ("job 1", "linux/amd64", ["A=1 2"]));

        await RunAsync(engine, plan);

        var sent = engine.Request("/containers/create");
        var labels = sent.Body!["Labels"]!.AsObject();
        Assert.All(labels.ToArray(), label => Assert.StartsWith("dev.launchsdk.", label.Key, StringComparison.Ordinal));
        var shown = System.Text.Json.Nodes.JsonNode.Parse(plan.Request.ToJson())!;
        Assert.Equal(
            sent.Query.OrderBy(pair => pair.Key),
            shown["query"]!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!)).OrderBy(pair => pair.Key)
        );
        sent.Body!.AsObject().Remove("Labels");
        shown["body"]!.AsObject().Remove("Labels");
        Assert.Equal(sent.Body.ToJsonString(), shown["body"]!.ToJsonString());
    }

    private async Task<ContainerResult> RunAsync(RecordingEngine engine, ContainerRunPlan plan)
    {
        var token = TestContext.Current.CancellationToken;
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, token);
        return await new ContainerRunner(docker).RunAsync(plan, _output, null, token);
    }

    private static IEnumerable<string> Paths(RecordingEngine engine, string id = "-") =>
        engine
            .Requests.Where(request => request.Path != "/events")
            .Select(request => request.Path.Replace(id, "ID", StringComparison.Ordinal));
}
