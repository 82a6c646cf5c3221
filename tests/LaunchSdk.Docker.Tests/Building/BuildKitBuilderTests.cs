using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>BuildKit through the docker command of this machine that can, such as Debian's 20.10.</summary>
public sealed class BuildKitBuilderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_cache_mount_builds_and_steps_and_lines_come_typed()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order(
            $"FROM {TestEngine.BusyboxImage}\nARG WHO\nCOPY greeting /greeting\nRUN --mount=type=cache,target=/cache echo $(cat /greeting) $WHO\n",
            ("greeting", Guid.NewGuid().ToString())
        ) with
        {
            BuildArguments = new Dictionary<string, string> { ["WHO"] = "world" },
            Labels = new Dictionary<string, string> { ["test"] = "a b" },
        };

        await new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync()).BuildAsync(order, Token);

        Assert.Contains(
            bench.Messages,
            message =>
                message is { Phase: ImageBuildPhase.Step, Step: 3, StepCount: 3 }
                && message.Text.StartsWith("RUN --mount", StringComparison.Ordinal)
        );
        Assert.Contains(
            bench.Messages,
            message => message.Phase == ImageBuildPhase.Output && message.Text.EndsWith(" world", StringComparison.Ordinal)
        );
        Assert.Equal("a b", (string?)(await bench.InspectAsync(order.Tags[0]))!["Config"]!["Labels"]!["test"]);
    }

    [EngineFact]
    public async Task Steps_end_with_their_time_and_a_second_build_takes_them_from_the_cache()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var builder = new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync());
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nRUN echo {Guid.NewGuid():n}\n");

        await builder.BuildAsync(order, Token);
        var built = bench.Ends("RUN");
        await builder.BuildAsync(order, Token);

        Assert.Equal((2, 2, false), (built.Step, built.StepCount, built.IsCached));
        Assert.NotNull(built.Elapsed);
        Assert.True(bench.Ends("RUN").IsCached);
        Assert.All(
            bench.Messages.Where(static message => message.Phase == ImageBuildPhase.Step),
            static message => Assert.NotNull(message.StepCount)
        );
    }

    [EngineFact]
    public async Task Here_documents_stages_and_a_secret_that_is_not_given_build()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order(
            $"""
            FROM {TestEngine.BusyboxImage} AS first
            RUN <<END
            echo here-document > /text
            END
            FROM {TestEngine.BusyboxImage}
            COPY --from=first /text /text
            RUN --mount=type=secret,id=none cat /text; test ! -e /run/secrets/none && echo no secret

            """
        );
        var command = await bench.RequireBuildKitAsync();
        if (!command.HasBuildx)
        {
            // Docker 20.10 has here-documents with the syntax image only, which cannot be pulled here.
            var error = await Assert.ThrowsAsync<ImageBuildException>(() =>
                new BuildKitBuilder(bench.Engine, command).BuildAsync(order, Token)
            );
            Assert.Contains("echo", error.Message, StringComparison.OrdinalIgnoreCase);
            return;
        }

        await new BuildKitBuilder(bench.Engine, command).BuildAsync(order, Token);

        Assert.Superset(
            new HashSet<string> { "here-document", "no secret" },
            bench.Messages.Select(static message => message.Text).ToHashSet()
        );
    }

    [EngineFact]
    public async Task An_image_of_another_platform_is_built()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order("FROM scratch\nCOPY greeting /greeting\n", ("greeting", "hi")) with { Platforms = ["linux/arm64"] };

        await new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync()).BuildAsync(order, Token);

        Assert.Equal("arm64", (string?)(await bench.InspectAsync(order.Tags[0]))!["Architecture"]);
    }

    [EngineTheory]
    [InlineData("FROM 127.0.0.1:1/no/such:1\n", EngineErrorKind.RegistryUnreachable)]
    [InlineData("FROM scratch\nRUNN x\n", EngineErrorKind.Other)]
    public async Task What_BuildKit_says_of_the_Dockerfile_comes_without_its_own_prefixes(string dockerfile, EngineErrorKind kind)
    {
        await using var bench = await BuilderBench.CreateAsync();

        var error = await Assert.ThrowsAsync<ImageBuildException>(async () =>
            await new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync()).BuildAsync(bench.Order(dockerfile), Token)
        );

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain("failed to solve", error.EngineMessage, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_step_that_fails_is_named_with_what_it_wrote_last()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nRUN echo no such package; exit 3\n");

        var error = await Assert.ThrowsAsync<ImageBuildException>(async () =>
            await new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync()).BuildAsync(order, Token)
        );

        Assert.Contains("RUN echo no such package; exit 3", error.FailedStep, StringComparison.Ordinal);
        Assert.Contains("no such package", error.LastLines);
        Assert.Contains("exit code: 3", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Cancellation_ends_the_step_that_runs()
    {
        await using var bench = await BuilderBench.CreateAsync();
        // No other process sleeps for just so long.
        var seconds = Random.Shared.Next(100_000_000, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var step = new StepProcess($"sleep\0{seconds}\0");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var order = bench.Order($"FROM {TestEngine.BusyboxImage}\nRUN echo asleep; sleep {seconds}\n");
        bench.OnReport = message =>
        {
            if (message.Phase == ImageBuildPhase.Output && message.Text == "asleep")
            {
                step.Find();
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new BuildKitBuilder(bench.Engine, await bench.RequireBuildKitAsync()).BuildAsync(order, cancellation.Token)
        );

        await step.WaitUntilGoneAsync(Token);
        Assert.Null(await bench.InspectAsync(order.Tags[0]));
    }

    [EngineFact]
    public async Task A_build_argument_of_the_docker_commands_own_is_refused()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var order = bench.Order("FROM scratch\n") with { BuildArguments = new Dictionary<string, string> { ["DOCKER_CONFIG"] = "/tmp" } };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() =>
            new BuildKitBuilder(bench.Engine, new BuildKitCommand("/no/such/docker", false)).BuildAsync(order, Token)
        );

        Assert.Contains("'DOCKER_CONFIG'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Docker version 20.10.24+dfsg1, build 297e128", true)]
    [InlineData("Docker version 18.09.1, build 4c52b90", true)]
    [InlineData("Docker version 28.2.2, build e6534b4", false)]
    [InlineData("Docker version 17.06.0-ce, build 02c1d87", false)]
    [InlineData("podman version 4.3.1", false)]
    public void Which_docker_commands_have_a_client_of_BuildKit(string version, bool has)
    {
        Assert.Equal(has, BuildKitCommand.HasOwnClient(version));
    }
}
