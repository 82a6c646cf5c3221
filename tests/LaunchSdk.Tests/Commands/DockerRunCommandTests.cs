using LaunchSdk.Commands;
using LaunchSdk.Shells;
using LaunchSdk.Tests.Configuration;

namespace LaunchSdk.Tests.Commands;

/// <summary>The argument vector, and where each option came from.</summary>
public sealed class DockerRunCommandTests
{
    [Theory]
    [InlineData("rm: true", "--rm")]
    [InlineData("rm: false", "--rm=false")]
    [InlineData("t: true\ni: false", "-t -i=false")]
    [InlineData("memory: null", "")]
    [InlineData("e: A=1", "-e A=1")]
    [InlineData("env: [A=1, B]", "--env A=1 --env B")]
    [InlineData("volume: /a:/b", "--volume /a:/b")]
    [InlineData("volume: []", "")]
    [InlineData("net: host", "--net host")]
    [InlineData("cpus: 1.50", "--cpus 1.50")]
    [InlineData("pids-limit: 0x10", "--pids-limit 0x10")]
    [InlineData("m: 1g\nenv: A=1\nrm: true\ne: B=2", "-m 1g --env A=1 --rm -e B=2")]
    [InlineData("rm: true\nbuilder: { base_image: python:3.12 }", "--rm")]
    public void Options_become_arguments(string queue, string expected) =>
        Assert.Equal(expected, string.Join(' ', Requests.Request(queue).Options()));

    [Fact]
    public void The_image_and_the_command_come_last()
    {
        var request = Requests.Request("gpus: all\nentrypoint: ''") with { Command = ["sh", "-c", "echo $HOME", "--rm", ""] };

        Assert.Equal(
            ["run", "--gpus", "all", "--entrypoint", "", "busybox", "sh", "-c", "echo $HOME", "--rm", ""],
            DockerRunCommand.Create(request).GetValueOrThrow().ToArgumentVector()
        );
    }

    [Fact]
    public void An_image_that_is_none_is_refused() =>
        Assert.StartsWith(
            "LSDK0017: '--rm' is not an image reference",
            (Requests.Request("{}") with { Image = "--rm" }).Problem(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Shell_text_starts_with_docker() =>
        Assert.Equal(
            "docker run --env 'A=x y' busybox",
            DockerRunCommand.Create(Requests.Request("env: A=x y")).GetValueOrThrow().ToShellText(ShellSyntax.Posix)
        );

    [Fact]
    public void Explanations_name_the_layer_the_place_what_was_replaced_and_the_template()
    {
        var request = Requests.Request("rm: true\nmemory: 1g\nhostname: job-${run_id}", "memory: 2g\ncpus: 2").With(("run_id", "a1"));

        var explanations = OptionExplanation.Explain(LayeredRun.Create(request).GetValueOrThrow());

        Assert.Equal(
            [
                "--rm | queue | queue.yaml(1,5) |  | ",
                "--memory 2g | override | queue.yaml(1,9) | queue.yaml(2,9) | ",
                "--hostname job-a1 | queue | queue.yaml(3,11) |  | job-${run_id}",
                "--cpus 2 | override | queue.yaml(2,7) |  | ",
            ],
            explanations.Select(e => $"{string.Join(' ', e.Arguments)} | {e.Layer} | {e.Place} | {e.Replaces} | {e.Template}")
        );
    }

    [Fact]
    public void Each_name_of_a_repeatable_option_is_explained_by_its_own_place()
    {
        var request = Requests.Request("e: A=1\nenv: [B=2]");

        var explanations = OptionExplanation.Explain(LayeredRun.Create(request).GetValueOrThrow());

        Assert.Equal(
            ["-e A=*** queue.yaml(1,4) ", "--env B=*** queue.yaml(2,6) "],
            explanations.Select(e => $"{string.Join(' ', e.Arguments)} {e.Place} {e.Template}")
        );
    }

    [Fact]
    public void A_setting_made_in_code_says_so()
    {
        var request = new DockerRunRequest
        {
            Queue = new DockerQueue { Config = new() { Rm = true } },
            Image = "busybox",
        };

        Assert.Equal("code", Assert.Single(OptionExplanation.Explain(LayeredRun.Create(request).GetValueOrThrow())).Place);
    }

    [Fact]
    public void A_later_layer_replaces_earlier_ones_and_explains_whom()
    {
        var request = Requests.Request("memory: 1g\nrm: true", "memory: 2g") with
        {
            Layers =
            [
                new OptionLayer(OptionLayer.CommandLine, new DockerQueueConfig { Detach = true, Memory = "3g" }),
                new OptionLayer("site", new DockerQueueConfig { Memory = "4g" }),
            ],
        };

        var explanations = OptionExplanation.Explain(LayeredRun.Create(request).GetValueOrThrow());

        Assert.Equal(
            ["--memory 4g | site | code", "--rm | queue | ", "--detach | command line | "],
            explanations.Select(e => $"{string.Join(' ', e.Arguments)} | {e.Layer} | {e.Replaces}")
        );
    }

    [Fact]
    public void A_run_is_checked_before_its_image_is_known_and_gets_it_afterwards()
    {
        var run = LayeredRun.Create(Requests.Request("hostname: h\nenv: IMAGE=${image_uri}") with { Image = null });

        Assert.Empty(run.Problems);
        Assert.Equal(
            ["run", "--hostname", "h", "--env", "IMAGE=team/train:1", "team/train:1"],
            run.GetValueOrThrow().On("team/train:1").GetValueOrThrow().ToArgumentVector()
        );
        Assert.True(run.GetValueOrThrow().On("BAD IMAGE").HasErrors);
    }

    [Fact]
    public void What_is_wrong_with_the_layers_is_said_without_an_image_and_with_it()
    {
        var request = Requests.Request("rm: true", "restart: always");

        var run = LayeredRun.Create(request with { Image = null });

        Assert.True(run.HasErrors);
        Assert.Equal(run.Problems, DockerRunCommand.Create(request).Problems);
    }

    [Fact]
    public void The_queue_of_the_documentation_reads_as_it_should() =>
        Assert.Equal(
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
                "busybox",
            ],
            ConfigText
                .Queue(File.ReadAllText(new LaunchSdk.Testing.ConfigFixture("queue/valid/documentation-example.yaml").FullPath))
                .Argv()
        );
}
