using System.Net;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

public sealed class ClassicBuilderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_engine_without_the_classic_builder_is_told_with_the_way_out()
    {
        await using var recording = new RecordingEngine();
        await using var engine = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = recording.Host }, Token);
        var order = new BuildOrder
        {
            Source = "./job",
            WriteContextAsync = TarContext.Of(("Dockerfile", "FROM scratch\n")),
            Dockerfile = "Dockerfile",
            Tags = ["launchsdk-test/build:none"],
            Credentials = new CredentialStore([], static _ => null),
            Report = static _ => { },
        };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() => new ClassicBuilder(engine).BuildAsync(order, Token));

        Assert.Contains("no classic builder", error.Message, StringComparison.Ordinal);
        Assert.Contains("buildx", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Steps_and_lines_come_typed_and_the_image_has_its_labels()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order(
            $"FROM {TestEngine.BusyboxImage}\nARG WHO\nCOPY greeting /greeting\nRUN echo $(cat /greeting) $WHO; echo problem >&2\n",
            ("greeting", "hello")
        ) with
        {
            BuildArguments = new Dictionary<string, string> { ["WHO"] = "world" },
            Labels = new Dictionary<string, string> { ["org.opencontainers.image.source"] = "./job" },
        };

        await new ClassicBuilder(bench.Engine).BuildAsync(order, Token);

        Assert.Equal(
            [
                (1, 4, $"FROM {TestEngine.BusyboxImage}"),
                (2, 4, "ARG WHO"),
                (3, 4, "COPY greeting /greeting"),
                (4, 4, "RUN echo $(cat /greeting) $WHO; echo problem >&2"),
            ],
            bench
                .Messages.Where(message => message is { Phase: ImageBuildPhase.Step, Step: <= 4 })
                .Select(message => (message.Step!.Value, message.StepCount!.Value - 1, message.Text))
        );
        Assert.Contains(new ImageBuildProgress(ImageBuildPhase.Output, "hello world"), bench.Messages);
        Assert.Contains(new ImageBuildProgress(ImageBuildPhase.Output, "problem"), bench.Messages);
        Assert.True(bench.Messages.Last(message => message.Phase == ImageBuildPhase.Send).Current > 0);
        Assert.Equal("./job", (string?)(await bench.InspectAsync(order.Tags[0]))!["Config"]!["Labels"]!["org.opencontainers.image.source"]);
    }

    [EngineFact]
    public async Task A_step_that_fails_is_named_with_what_it_wrote_last()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nRUN echo no such package; exit 3\n");

        var error = await Assert.ThrowsAsync<ImageBuildException>(() => new ClassicBuilder(bench.Engine).BuildAsync(order, Token));

        Assert.Equal("Step 2/2 : RUN echo no such package; exit 3", error.FailedStep);
        Assert.Equal(["no such package"], error.LastLines);
        Assert.Contains("returned a non-zero code: 3", error.EngineMessage, StringComparison.Ordinal);
        Assert.Contains("It wrote last: no such package", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_base_image_that_is_nowhere_fails_at_its_step()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order("FROM 127.0.0.1:1/no/such:image\n") with { BaseImages = ["127.0.0.1:1/no/such:image"] };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() => new ClassicBuilder(bench.Engine).BuildAsync(order, Token));

        Assert.Equal("Step 1/1 : FROM 127.0.0.1:1/no/such:image", error.FailedStep);
    }

    [EngineFact]
    public async Task A_request_that_the_engine_refuses_is_answered_although_the_context_is_large()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order("FROM scratch\n", ("large", new string('x', 8 << 20))) with { Tags = ["NOT/A/NAME"] };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() => new ClassicBuilder(bench.Engine).BuildAsync(order, Token));

        Assert.Contains("invalid reference format", error.EngineMessage, StringComparison.Ordinal);
        Assert.True(error.Status is HttpStatusCode.BadRequest or HttpStatusCode.InternalServerError);
    }

    [EngineFact]
    public async Task Cancellation_ends_the_step_that_runs()
    {
        await using var bench = await BuilderBench.CreateAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var marker = $"marker-{Guid.NewGuid():n}";
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nLABEL test={marker}\nRUN echo asleep; sleep 3600\n");
        IReadOnlyList<string> during = [];
        bench.OnReport = message =>
        {
            if (message is { Phase: ImageBuildPhase.Output, Text: "asleep" })
            {
                during = bench.Plain.ContainersWithLabelAsync($"test={marker}", Token).GetAwaiter().GetResult();
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ClassicBuilder(bench.Engine).BuildAsync(order, cancellation.Token)
        );

        await bench.WaitUntilGoneAsync(Assert.Single(during));
        Assert.Empty(await bench.Plain.ContainersWithLabelAsync($"test={marker}", Token));
        Assert.Null(await bench.InspectAsync(order.Tags[0]));
    }

    [EngineFact]
    public async Task A_build_argument_whose_name_looks_secret_is_not_repeated()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nARG PIP_TOKEN\nRUN echo $PIP_TOKEN; exit 1\n") with
        {
            BuildArguments = new Dictionary<string, string> { ["PIP_TOKEN"] = "s3cret-value" },
        };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() => new ClassicBuilder(bench.Engine).BuildAsync(order, Token));

        Assert.DoesNotContain("s3cret-value", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Messages, message => message.Text.Contains("s3cret-value", StringComparison.Ordinal));
    }
}
