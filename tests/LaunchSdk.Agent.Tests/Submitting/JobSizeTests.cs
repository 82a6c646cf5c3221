using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Agent.Tests.Queues.Sqlite;
using LaunchSdk.Agent.Wandb;

namespace LaunchSdk.Agent.Tests.Submitting;

/// <summary>The parts of a job have a size, wherever it comes from.</summary>
public sealed class JobSizeTests
{
    private static readonly LaunchJob Plain = new() { Docker = new JobImageSource { DockerImage = "busybox" } };

    // The key, its limit, and a job with that many characters there.
    private static readonly (string Key, int Most, Func<int, LaunchJob> Job)[] Parts =
    [
        ("name", 512, static length => Plain with { Name = Text(length) }),
        ("author", 256, static length => Plain with { Author = Text(length) }),
        ("entity", 128, static length => Plain with { Entity = Text(length) }),
        ("project", 128, static length => Plain with { Project = Text(length) }),
        ("run_id", 128, static length => Plain with { RunId = Text(length) }),
        ("sweep_id", 128, static length => Plain with { SweepId = Text(length) }),
        ("job", 1024, static length => new LaunchJob { Job = Text(length) }),
        ("version", 256, static length => Plain with { Git = new JobGitReference { Version = Text(length) } }),
        ("dockerfile", 4096, static length => With(new JobOverrides { Dockerfile = Text(length) })),
        ("working_dir", 4096, static length => With(new JobOverrides { WorkingDir = Text(length) })),
        ("args", 131_071, static length => With(new JobOverrides { Args = ["a", Text(length)] })),
        ("entry_point", 131_071, static length => With(new JobOverrides { EntryPoint = ["a", Text(length)] })),
        ("env", 131_071, static length => Options("env", $"{Text(length - 1)}=")),
        ("l", 131_071, static length => Options("l", Text(length))),
    ];

    public static TheoryData<string> Keys => [.. Parts.Select(static part => part.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task What_is_too_long_is_refused_when_it_is_submitted_and_what_just_fits_is_not(string key)
    {
        var (_, most, job) = Parts.Single(part => part.Key == key);
        await using var fixture = new SqliteFixture();
        await fixture.Backend.CreateQueueAsync(DockerQueue.Create("q", static _ => { }), TestContext.Current.CancellationToken);
        var client = new LaunchQueueClient(fixture.Backend);

        Assert.NotNull(await client.SubmitAsync("q", job(most), TestContext.Current.CancellationToken));
        var error = await Assert.ThrowsAsync<RunQueueRefusedException>(() =>
            client.SubmitAsync("q", job(most + 1), TestContext.Current.CancellationToken)
        );

        Assert.Contains($"'{key}' has {most + 1} characters", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 200), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run_config")]
    [InlineData("artifacts")]
    [InlineData("files")]
    public void A_free_form_part_has_a_mebibyte(string part)
    {
        var read = LaunchJob.Parse(
            $$$"""{"docker":{"docker_image":"busybox"},"overrides":{"{{{part}}}":{"a":"{{{Text(1024 * 1024)}}}"} } }"""
        );

        Assert.Equal(
            $"'{part}' has 1048584 characters, and a job may have 1048576 there: put large values into a file or an artifact, and name that",
            Assert.Single(read.Problems).Message
        );
    }

    [Fact]
    public void What_W_and_B_gives_is_held_to_the_same()
    {
        var spec = JsonNode
            .Parse(
                $$$"""{"docker":{"docker_image":"busybox"},"name":"{{{Text(100_000)}}}","overrides":{"args":["{{{Text(200_000)}}}"]} }"""
            )!
            .AsObject();

        var read = RunSpec.Read(spec, []);

        Assert.Equal(
            ["'name' has 100000 characters: write 1 to 512", "'args' has 200000 characters: write 0 to 131071"],
            read.Problems.Select(static problem => problem.Message)
        );
    }

    private static string Text(int length) => new('x', length);

    private static LaunchJob With(JobOverrides overrides) => Plain with { Overrides = overrides };

    private static LaunchJob Options(string name, string value) =>
        Plain with
        {
            ResourceArgs = new JobResourceArguments { LocalContainer = DockerQueue.Parse($"{name}: [{value}]").GetValueOrThrow().Config },
        };
}
