using LaunchSdk.Commands;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Building;

public sealed class JobImageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_directory_becomes_an_image_that_runs_its_entry_point()
    {
        await using var bench = await JobImageBench.CreateAsync();

        await using var image = await bench.BuildAsync(bench.Request());
        var result = await RunAsync(bench, image, "--epochs", "3");

        Assert.True(image.WasBuilt);
        Assert.Equal(
            ["/env/bin/python train.py --epochs 3", "print('hi')", "/workspace", "1000"],
            result.LastLines.Select(line => line.Text)
        );
        Assert.Contains(
            bench.Messages,
            message => message is { Phase: ImageBuildPhase.Output } && message.Text.StartsWith("pip install", StringComparison.Ordinal)
        );
    }

    [EngineFact]
    public async Task What_the_engine_has_is_not_built_again_and_gets_its_further_names()
    {
        await using var bench = await JobImageBench.CreateAsync();
        var first = await bench.BuildAsync(bench.Request());

        var second = await bench.BuildAsync(
            bench.Request() with
            {
                Flavor = null,
                Tags = [ImageReference.Parse("launchsdk-test/named:1")],
            }
        );

        Assert.False(second.WasBuilt);
        Assert.Equal((first.Reference.Text, first.Id), (second.Reference.Text, second.Id));
        Assert.Equal(first.Id, (await bench.Engine.Client.Images.InspectImageAsync("launchsdk-test/named:1", Token)).ID);
        await bench.RemoveAsync("launchsdk-test/named:1");
    }

    [EngineFact]
    public async Task A_changed_file_is_another_image()
    {
        await using var bench = await JobImageBench.CreateAsync();
        var first = await bench.BuildAsync(bench.Request());

        var changed = await bench.With("train.py", "print('ho')\n").BuildAsync(bench.Request());

        Assert.NotEqual(first.Reference, changed.Reference);
        Assert.True(changed.WasBuilt);
    }

    [EngineFact]
    public async Task A_rebuild_builds_what_is_there_under_the_same_name()
    {
        await using var bench = await JobImageBench.CreateAsync();
        bench.With("Dockerfile.wandb", "FROM scratch\nCOPY train.py /\n");
        var first = await bench.BuildAsync(bench.Request());

        var again = await bench.BuildAsync(bench.Request() with { Rebuild = true });

        Assert.True(again.WasBuilt);
        Assert.Equal(first.Reference, again.Reference);
    }

    [EngineFact]
    public async Task Somebody_elses_image_of_the_name_does_not_count()
    {
        await using var bench = await JobImageBench.CreateAsync();
        var first = await bench.BuildAsync(bench.Request());
        await bench.RemoveAsync(first.Reference.Text);
        await StandIn.MakeAsync(bench.Engine, [first.Reference.Text], $"FROM {TestEngine.BusyboxImage}\nLABEL other=1\n", Token);

        var second = await bench.BuildAsync(bench.Request());

        Assert.True(second.WasBuilt);
    }

    [EngineFact]
    public async Task The_labels_tell_what_it_was_built_from()
    {
        await using var bench = await JobImageBench.CreateAsync();

        var image = await bench.BuildAsync(bench.Request());
        var labels = (await bench.Engine.Client.Images.InspectImageAsync(image.Reference.Text, Token)).Config!.Labels!;

        Assert.Equal(StandIn.Python, labels[ImageLabels.BaseName]);
        Assert.StartsWith($"sha256:{image.Reference.Tag}", labels[ImageLabels.Digest], StringComparison.Ordinal);
        Assert.True(labels.ContainsKey(ImageLabels.ToolVersion));
    }

    [EngineFact]
    public async Task BuildKit_builds_where_a_docker_command_has_it()
    {
        await using var bench = await JobImageBench.CreateAsync();

        var image = await bench.BuildAsync(bench.Request() with { Flavor = BuilderFlavor.BuildKit });
        var result = await RunAsync(bench, image);

        Assert.Contains(
            bench.Messages,
            message => message.Phase == ImageBuildPhase.Step && message.Text.StartsWith("RUN --mount=type=cache", StringComparison.Ordinal)
        );
        Assert.Equal(0, result.ExitCode);
    }

    [EngineFact]
    public async Task A_Dockerfile_for_BuildKit_is_refused_where_there_is_none()
    {
        await using var bench = await JobImageBench.CreateAsync();
        bench.With("Dockerfile.wandb", $"FROM {TestEngine.BusyboxImage}\nRUN --mount=type=cache,target=/x true\n");

        var error = await bench.FailAsync(bench.Request());

        Assert.Contains("Dockerfile.wandb needs BuildKit (line 2: RUN --mount", error.Message, StringComparison.Ordinal);
        Assert.Contains("buildx", error.Advice, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_Dockerfile_beside_the_entry_point_is_built()
    {
        await using var bench = await JobImageBench.CreateAsync();
        bench.With("Dockerfile.wandb", $"FROM {TestEngine.BusyboxImage}\nCOPY train.py /\nENTRYPOINT [\"cat\", \"/train.py\"]\n");

        var image = await bench.BuildAsync(bench.Request());

        Assert.Equal(["print('hi')"], (await RunAsync(bench, image)).LastLines.Select(line => line.Text));
    }

    [EngineFact]
    public async Task An_accelerator_base_image_without_apt_is_refused_by_name()
    {
        await using var bench = await JobImageBench.CreateAsync();

        var error = await bench.FailAsync(
            bench
                .Request()
                .WithQueue(DockerQueueConfig.ParseOverride($"builder: {{accelerator: {{base_image: '{StandIn.Python}'}}}}").Value!)
        );

        Assert.Contains($"'{StandIn.Python}' (Stand-in 1) has no apt-get", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_base_image_without_Python_or_a_shell_is_refused()
    {
        await using var bench = await JobImageBench.CreateAsync();
        await StandIn.MakeAsync(bench.Engine, ["launchsdk-test/empty:1"], "FROM scratch\nCOPY Dockerfile /\n", Token);

        var noPython = await bench.FailAsync(
            bench.Request() with
            {
                Options = bench.Request().Options with { BaseImage = ImageReference.Parse(TestEngine.BusyboxImage) },
            }
        );
        var noShell = await bench.FailAsync(
            bench.Request() with
            {
                Options = bench.Request().Options with { BaseImage = ImageReference.Parse("launchsdk-test/empty:1") },
            }
        );

        Assert.Contains("has no Python", noPython.Message, StringComparison.Ordinal);
        Assert.Contains("has no /bin/sh", noShell.Message, StringComparison.Ordinal);
        Assert.Empty(await (await TestEngine.RequireAsync()).ContainersWithLabelAsync("dev.launchsdk.preflight=true", Token));
        await bench.RemoveAsync("launchsdk-test/empty:1");
    }

    [EngineFact]
    public async Task Without_a_builder_code_runs_mounted_in_the_queues_base_image()
    {
        await using var bench = await JobImageBench.CreateAsync();
        var queue = DockerQueueConfig.ParseOverride($"builder: {{base_image: '{StandIn.Python}'}}").Value!;

        await using var image = await bench.BuildAsync(bench.Request().WithQueue(queue) with { Builder = ImageBuilderKind.Noop });
        var result = await RunAsync(bench, image, "--epochs", "3");

        Assert.Equal((false, StandIn.Python), (image.WasBuilt, image.Reference.Text));
        Assert.Equal(
            ["/usr/local/bin/python train.py --epochs 3", "print('hi')", "/mnt/wandb", "0"],
            result.LastLines.Select(line => line.Text)
        );
    }

    [EngineFact]
    public async Task What_cannot_be_built_is_refused_before_anything_is_done()
    {
        await using var bench = await JobImageBench.CreateAsync();

        var kaniko = await bench.FailAsync(bench.Request() with { Builder = ImageBuilderKind.Kaniko });
        var nowhere = await bench.FailAsync(bench.Request() with { Push = true });
        var image = await bench.FailAsync(bench.Request() with { Push = true, Source = BuildSource.Parse("busybox") });
        var noProgram = await bench.FailAsync(bench.Request() with { Builder = ImageBuilderKind.Noop, Options = new JobImageOptions() });
        var argument = await bench.FailAsync(bench.Request() with { BuildArguments = new Dictionary<string, string> { ["A B"] = "" } });

        Assert.Contains("kaniko", kaniko.Message, StringComparison.Ordinal);
        Assert.Contains("builder.destination", nowhere.Message, StringComparison.Ordinal);
        Assert.Contains("write ./", image.Message, StringComparison.Ordinal);
        Assert.Contains("--entry-point", noProgram.Message, StringComparison.Ordinal);
        Assert.Contains("'A B'", argument.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Messages);
    }

    [EngineFact]
    public async Task An_image_needs_no_build()
    {
        await using var bench = await JobImageBench.CreateAsync();

        await using var image = await bench.Docker.BuildAsync(
            new JobImageRequest { Source = BuildSource.Parse(TestEngine.BusyboxImage), Builder = ImageBuilderKind.Kaniko },
            Token
        );

        Assert.Equal((TestEngine.BusyboxImage, false), (image.Reference.Text, image.WasBuilt));
    }

    [EngineFact]
    public async Task A_step_that_fails_says_so()
    {
        await using var bench = await JobImageBench.CreateAsync();
        bench.With("Dockerfile.wandb", $"FROM {TestEngine.BusyboxImage}\nRUN echo broken; false\n");

        var error = await bench.FailAsync(bench.Request());

        // The engine counts a step more for each label that is added.
        Assert.Matches("^Step 2/[0-9]+ : RUN echo broken; false$", error.FailedStep);
        Assert.Equal(["broken"], error.LastLines);
    }

    [EngineFact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        await using var bench = await JobImageBench.CreateAsync();

        var error = await Assert.ThrowsAsync<BuildInputException>(() =>
            bench.Docker.BuildAsync(bench.Request() with { Source = BuildSource.Parse("./no-such-folder") }, Token)
        );

        Assert.Contains("'./no-such-folder'", error.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task Without_a_base_image_the_two_stages_are_Pythons_own_images()
    {
        await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
        await using var bench = await JobImageBench.CreateAsync(engine.Host);
        await StandIn.MakePythonAsync(bench.Engine, Token, "python:3.11", "python:3.11-slim");

        var image = await bench.BuildAsync(
            bench.Request() with
            {
                Options = new JobImageOptions { EntryPoint = ["python", "train.py"], PythonVersion = PythonVersion.Parse("3.11") },
            }
        );

        Assert.True(image.WasBuilt);
        Assert.Equal(
            ["FROM python:3.11 AS build", "FROM python:3.11-slim"],
            bench
                .Messages.Where(message =>
                    message.Phase == ImageBuildPhase.Step && message.Text.StartsWith("FROM", StringComparison.Ordinal)
                )
                .Select(message => message.Text)
        );
    }

    private static async Task<LaunchSdk.Docker.Containers.ContainerResult> RunAsync(
        JobImageBench bench,
        BuiltImage image,
        params string[] arguments
    )
    {
        var queue = new DockerQueue { Name = "test", Config = DockerQueueConfig.ParseOverride("{rm: true, network: none}").Value! };
        var command = DockerRunCommand
            .Create(
                image.ApplyTo(
                    new DockerRunRequest
                    {
                        Queue = queue,
                        Image = "x",
                        Command = arguments,
                    }
                )
            )
            .GetValueOrThrow();
        return await bench.Docker.RunAsync(command, cancellationToken: Token);
    }
}
