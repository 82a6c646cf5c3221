using LaunchSdk.Commands;
using LaunchSdk.Testing;
using Quickstart;

namespace LaunchSdk.Docs.Tests;

public class SampleTests
{
    private static readonly string[] Expected =
    [
        "run",
        "--env",
        "MY_ENV_VAR=value",
        "--env",
        "MY_EXISTING_ENV_VAR",
        "--volume",
        "/mnt/datasets:/mnt/datasets",
        "--rm",
        "--gpus",
        "all",
        "pytorch/pytorch",
        "python",
        "train.py",
    ];

    [Fact]
    public void The_record_the_builder_and_the_file_are_one_queue()
    {
        var file = DockerQueue.Load(Repository.Combine("samples", "gpu-workstation.yaml")).GetValueOrThrow();

        Assert.Equal(Expected, Arguments(file));
        Assert.Equal(Expected, Arguments(new DockerQueue { Config = QueuesInCode.AsRecord() }));
        Assert.Equal(Expected, Arguments(QueuesInCode.WithBuilder()));
        Assert.Equal(file.Config.Builder, QueuesInCode.AsRecord().Builder);
        Assert.Equal(file.Config.Builder, QueuesInCode.WithBuilder().Config.Builder);
    }

    [Fact]
    public void Typed_values_are_docker_s_text()
    {
        var config = QueuesInCode.Values();

        Assert.Equal("16g", config.Memory?.Text);
        Assert.Equal("\"device=0,1\"", config.Gpus?[0].Text);
        Assert.Equal("/mnt/datasets:/data:ro", config.Volume?[0].Text);
        Assert.Equal(["SEED={{seed}}", "HF_TOKEN"], config.Env?.Select(variable => variable.Text));
    }

    [Fact]
    public void A_broken_file_is_refused_with_its_rule()
    {
        Assert.Equal("LSDK0005", ReadingQueues.Refused());
        Assert.Null(ReadingQueues.Report("memroy: 16g"));
    }

    [Fact]
    public void An_override_replaces_options_of_the_queue()
    {
        var arguments = ReadingQueues.Merge(
            QueuesInCode.WithTemplateVariables(),
            new DockerQueueConfig { Rm = null, Name = "job-${run_id}" }
        );

        Assert.Equal(["run", "--memory", "16g", "--name", "job-a1b2c3", "pytorch/pytorch", "python", "train.py"], arguments);
    }

    [Fact]
    public void A_request_can_be_changed_at_the_end()
    {
        var command = DockerRunCommand
            .Create(new DockerRunRequest { Queue = QueuesInCode.WithBuilder(), Image = "busybox" })
            .GetValueOrThrow();

        Assert.Equal("vision", RunningContainers.TranslateOnly(command).Labels["team"]);
    }

    private static IReadOnlyList<string> Arguments(DockerQueue queue) =>
        DockerRunCommand
            .Create(
                new DockerRunRequest
                {
                    Queue = queue,
                    Image = "pytorch/pytorch",
                    Command = ["python", "train.py"],
                }
            )
            .GetValueOrThrow()
            .ToArgumentVector();
}
