using LaunchSdk.Documents;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Configuration;

/// <summary>A job: exactly one source, overrides, options of its own, and reading what was written.</summary>
public sealed class JobFileTests
{
    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_reads_back_equal_from_both_formats(ConfigFixture fixture)
    {
        var job = ConfigText.Job(File.ReadAllText(fixture.FullPath)).GetValueOrThrow();

        Assert.Equal(job, Reread(job, ConfigFormat.Json));
        Assert.Equal(job, Reread(job, ConfigFormat.Yaml));
    }

    [Fact]
    public void The_values_of_a_file_are_typed()
    {
        var job = ConfigText.Job(File.ReadAllText(new ConfigFixture("job/valid/image.yaml").FullPath)).GetValueOrThrow();

        Assert.Equal("ghcr.io/my-team/train:1.4", job.Docker!.DockerImage);
        Assert.Equal(JobPriority.High, job.Priority);
        Assert.Equal(["--epochs", "10", "--lr=0.1"], job.Overrides!.Args!.Select(argument => argument.Text));
        Assert.Equal(["python", "train.py"], job.Overrides.EntryPoint!);
        Assert.Equal(
            """{"on":true,"nothing":null}""",
            job.Overrides.RunConfig!["nested"].Json.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_options_of_a_job_are_typed_and_keep_null()
    {
        var options = ConfigText
            .Job("job: train:v3\nresource_args: { local-container: { memory: 32g, rm: null } }\n")
            .GetValueOrThrow()
            .ResourceArgs!.LocalContainer!;

        Assert.Equal("32g", options.Memory!.Text);
        Assert.True(options.Settings[1].IsNull);
    }

    [Theory]
    [InlineData("entity: e\n")]
    [InlineData("job: a\ndocker: { docker_image: b }\n")]
    [InlineData("job: null\n")]
    public void Exactly_one_source_is_needed(string text) => Assert.Equal("LSDK0009", Assert.Single(ConfigText.Job(text).Problems).Rule.Id);

    [Fact]
    public void A_null_key_is_not_given() => Assert.Empty(ConfigText.Job("job: a\ndocker: null\n").Problems);

    public static TheoryData<ConfigFixture> Valid() =>
        [.. ConfigFixture.All().Select(row => row.Data).Where(fixture => fixture.Name.StartsWith("job/valid/", StringComparison.Ordinal))];

    private static LaunchJob Reread(LaunchJob job, ConfigFormat format) =>
        LaunchSdk
            .JobFile.Read(
                ConfigDocument.Read(ConfigText.Write(job.Write, format), format, "job"),
                LaunchSdk.Configuration.QueueReadOptions.Default
            )
            .GetValueOrThrow();
}
