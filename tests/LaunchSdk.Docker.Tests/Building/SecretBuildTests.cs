using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>Builds that are given secrets.</summary>
public sealed class SecretBuildTests
{
    // What a step prints of a secret is hidden, so each is printed backwards too.
    private const string Steps =
        "FROM "
        + TestEngine.BusyboxImage
        + "\nRUN --mount=type=secret,id=file --mount=type=secret,id=env --mount=type=secret,id=value --mount=type=secret,id=bare"
        + " for s in file env value bare; do echo \"$s: $(cat /run/secrets/$s)\"; echo \"$(rev /run/secrets/$s)\"; done\n";

    private static readonly Func<string, string?> Variables = static name =>
        name switch
        {
            "TOKEN" => "variable-4711",
            "bare" => "bare-4711",
            _ => Environment.GetEnvironmentVariable(name),
        };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [EngineFact]
    public async Task A_step_reads_them_and_nothing_else_shows_them()
    {
        await using var bench = await CreateAsync(Steps, Variables);
        bench.With("token", "file-4711\n");

        var image = await bench.BuildAsync(
            Request(
                bench,
                BuildSecret.Parse("id=file,src=token"),
                BuildSecret.Parse("id=env,env=TOKEN"),
                BuildSecret.FromValue("value", "given-4711"),
                BuildSecret.Parse("id=bare")
            )
        );

        var lines = bench.Messages.Where(static message => message.Phase == ImageBuildPhase.Output).Select(static message => message.Text);
        Assert.Equal(["file: ***", "1174-elif", "env: ***", "1174-elbairav", "value: ***", "1174-nevig", "bare: ***", "1174-erab"], lines);
        Assert.DoesNotContain(bench.Messages, static message => message.Text.Contains("-4711", StringComparison.Ordinal));
        var plain = await TestEngine.RequireAsync();
        foreach (var path in new[] { "json", "history" })
        {
            var shown = (await plain.GetAsync($"images/{image.Id}/{path}", Token))!.ToJsonString();
            Assert.DoesNotContain("-4711", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("LAUNCHSDK_BUILD_SECRET", shown, StringComparison.Ordinal);
        }
    }

    [EngineFact]
    public async Task They_are_not_in_the_images_tag()
    {
        await using var bench = await CreateAsync($"FROM {TestEngine.BusyboxImage}\nRUN --mount=type=secret,id=a cat /run/secrets/a\n");

        var first = await bench.BuildAsync(Request(bench, BuildSecret.FromValue("a", "first-4711")));
        var second = await bench.BuildAsync(Request(bench, BuildSecret.FromValue("a", "second-4711")));

        Assert.Equal((first.Reference.Text, true, false), (second.Reference.Text, first.WasBuilt, second.WasBuilt));
    }

    [EngineFact]
    public async Task A_failing_step_does_not_show_them_in_the_error()
    {
        await using var bench = await CreateAsync(
            $"FROM {TestEngine.BusyboxImage}\nRUN --mount=type=secret,id=a cat /run/secrets/a; echo; exit 3\n"
        );

        var error = await bench.FailAsync(Request(bench, BuildSecret.FromValue("a", "failing-4711")));

        Assert.Contains("***", error.LastLines);
        Assert.DoesNotContain("failing-4711", error.ToString() + string.Join('\n', error.LastLines), StringComparison.Ordinal);
    }

    [EngineTheory]
    [InlineData("id=a,env=LAUNCHSDK_NOT_SET", "the environment variable 'LAUNCHSDK_NOT_SET' is not set")]
    [InlineData("id=a,src=none", "there is no file '")]
    [InlineData("id=launchsdk-not-there", "no variable 'launchsdk-not-there' and no file '")]
    [InlineData("id=a,src=/dev/null", "is no regular file")]
    [InlineData("id=a,src=large", "is larger than 500 KiB")]
    public async Task One_that_is_not_there_is_an_error_before_anything_is_built(string secret, string words)
    {
        await using var bench = await CreateAsync("FROM scratch\nCOPY train.py /\n");
        bench.With("large", new string('x', 500 * 1024 + 1));

        var error = await bench.FailAsync(Request(bench, BuildSecret.Parse(secret)));

        Assert.Contains("the build secret '", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Messages, static message => message.Phase == ImageBuildPhase.Step);
    }

    [Fact]
    public void Where_no_docker_command_builds_with_BuildKit_the_way_out_is_said()
    {
        var error = BuildRules.SecretsNeedBuildKit(
            new JobImageRequest { Source = BuildSource.Parse("./job"), Secrets = [BuildSecret.FromValue("a", "nowhere-4711")] }
        );

        Assert.Contains("the build is given secrets (a), which only BuildKit hands to a step", error.Message, StringComparison.Ordinal);
        Assert.Contains("Install docker's buildx plugin", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BuilderFlavor.Classic, null, "the classic builder has no build secrets (a, b)", "a", "b")]
    [InlineData(null, ImageBuilderKind.Noop, "builder.type is noop", "a")]
    [InlineData(null, null, "the build secret 'a' is given twice", "a", "b", "a")]
    public void What_cannot_have_them_is_refused_before_an_engine_is_asked(
        BuilderFlavor? flavor,
        ImageBuilderKind? builder,
        string words,
        params string[] ids
    )
    {
        var request = new JobImageRequest
        {
            Source = BuildSource.Parse("./job"),
            Flavor = flavor,
            Builder = builder,
            Secrets = [.. ids.Select(static id => BuildSecret.FromValue(id, "refused-4711"))],
        };

        var error = Assert.Throws<ImageBuildException>(() => BuildRules.Check(request));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refused-4711", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JobImageBench> CreateAsync(string dockerfile, Func<string, string?>? environment = null)
    {
        var bench = await JobImageBench.CreateAsync(environment: environment);
        return bench.With("Dockerfile.wandb", $"{dockerfile}# {Guid.NewGuid():n}\n").With(".dockerignore", "token\nlarge\n");
    }

    private static JobImageRequest Request(JobImageBench bench, params BuildSecret[] secrets) =>
        bench.Request() with
        {
            Flavor = null,
            WorkingDirectory = bench.Folder,
            Secrets = secrets,
        };
}
