using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>What docker-buildx 0.29 wrote.</summary>
public sealed class BuildKitLogTests
{
    private readonly List<ImageBuildProgress> _messages = [];

    [Fact]
    public void Steps_are_those_with_a_number_and_end_once()
    {
        Read(
            "#0 building with \"default\" instance using docker driver",
            "#2 copy /context /",
            "#2 DONE 0.0s",
            "#3 [internal] load metadata for docker.io/library/busybox:latest",
            "#4 [stage-0 1/3] FROM docker.io/library/busybox:latest",
            "#4 DONE 0.0s",
            "#4 [stage-0 1/3] FROM docker.io/library/busybox:latest",
            "#4 DONE 0.1s",
            "#5 [stage-0 2/3] COPY greeting /greeting",
            "#5 CACHED",
            "#6 [linux/arm64 stage-1 3/3] RUN make",
            "#6 0.214 hi",
            "#6 DONE 1.4s",
            "#8 exporting to image"
        );

        Assert.Equal(
            [
                "building with \"default\" instance using docker driver",
                "copy /context /",
                "[internal] load metadata for docker.io/library/busybox:latest",
                "[1/3] FROM docker.io/library/busybox:latest",
                "[1/3] DONE 0.0s",
                "[2/3] COPY greeting /greeting",
                "[2/3] CACHED",
                "[3/3] RUN make",
                "    hi",
                "[3/3] DONE 1.4s",
                "exporting to image",
            ],
            _messages.Select(static message => message.ToString())
        );
    }

    [Fact]
    public void A_failure_is_told_without_the_words_around_it()
    {
        var log = Read(
            "#7 [stage-0 4/4] RUN exit 3",
            "#7 ERROR: process \"/bin/sh -c exit 3\" did not complete successfully: exit code: 3",
            "------",
            "ERROR: failed to build: failed to solve: process \"/bin/sh -c exit 3\" did not complete successfully: exit code: 3"
        );

        Assert.Equal("process \"/bin/sh -c exit 3\" did not complete successfully: exit code: 3", log.Failure);
        Assert.Equal("[stage-0 4/4] RUN exit 3", log.FailedStep);
    }

    [Theory]
    [InlineData(
        "ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN",
        "dockerfile parse error on line 2: unknown instruction: RUNN"
    )]
    [InlineData("ERROR: failed to solve: rpc error: code = Unknown desc = no such thing", "no such thing")]
    [InlineData(
        "failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 2: unknown instruction: RUNN",
        "dockerfile parse error line 2: unknown instruction: RUNN"
    )]
    [InlineData("unable to prepare context: no such file", "unable to prepare context: no such file")]
    public void The_reason_is_what_stands_after_the_words_of_the_client(string line, string reason)
    {
        Assert.Equal(reason, Read(line).Failure);
    }

    private BuildKitLog Read(params string[] lines)
    {
        var log = new BuildKitLog(new BuildTranscript(_messages.Add, SecretMasker.None), _messages.Add, SecretMasker.None);
        foreach (var line in lines)
        {
            log.Add(line);
        }

        return log;
    }
}
