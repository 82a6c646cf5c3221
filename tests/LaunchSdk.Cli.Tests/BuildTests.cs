using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli.Tests;

public sealed class BuildTests
{
    [Fact]
    public async Task The_Dockerfile_and_the_files_are_shown_without_an_engine()
    {
        using var tool = CreateTool();

        var output = await tool.OutputAsync(
            "build",
            "./job",
            "--entry-point",
            "python train.py",
            "--python",
            "3.11",
            "--build-with",
            "classic",
            "--print-dockerfile",
            "--list-context"
        );

        Assert.Contains("FROM python:3.11-slim\n", output, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"python\", \"train.py\"]", output, StringComparison.Ordinal);
        Assert.EndsWith("\ntrain.py", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queues_accelerator_base_image_is_the_base()
    {
        using var tool = CreateTool()
            .With("queue.yaml", "builder: {accelerator: {base_image: 'nvidia/cuda:12.4.1-runtime-ubuntu22.04'}}\n");

        var output = await tool.OutputAsync(
            "build",
            "./job",
            "--queue",
            "queue.yaml",
            "--entry-point",
            "python train.py",
            "--print-dockerfile"
        );

        Assert.Contains("FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is a directory of that name too: write ./job", "build", "job")]
    [InlineData("the source is neither Python nor .NET", "build", "./job", "--print-dockerfile")]
    [InlineData("'./none'", "build", "./none", "--print-dockerfile")]
    [InlineData("is not an entry point", "build", "./job", "--entry-point", "python 'my train.py'")]
    [InlineData("--platform: 'no/such/system/x' is not a platform", "build", "./job", "--platform", "no/such/system/x")]
    [InlineData("--python: 'two' is not a version", "build", "./job", "--python", "two")]
    [InlineData("--platform: 'x/y/z/w' is not a platform", "build", "./job", "--platform", "linux/amd64,x/y/z/w")]
    [InlineData("'token' is not a build secret", "build", "./job", "--secret", "token")]
    [InlineData("is an image already", "build", "busybox", "--print-dockerfile")]
    [InlineData("'bild' is not a value of --build-with", "build", "./job", "--build-with", "bild")]
    public async Task What_cannot_be_built_is_told_with_code_1(string words, params string[] arguments)
    {
        using var tool = CreateTool();

        Assert.Contains(words, await tool.FailureAsync(1, arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Option '--image' is required", "run", "queue.yaml")]
    [InlineData("--image and --queue are mutually exclusive", "run", "./job", "--queue", "queue.yaml", "--image", "busybox")]
    [InlineData("'--python' is for a source that is built", "run", "queue.yaml", "--image", "busybox", "--python", "3.12")]
    [InlineData("is not an option of docker run", "run", "./job", "--queue", "wrong.yaml")]
    public async Task A_run_is_of_one_of_its_two_forms(string words, params string[] arguments)
    {
        using var tool = CreateTool().With("queue.yaml", "rm: true\n").With("wrong.yaml", "gpu: all\n");

        Assert.Contains(words, await tool.FailureAsync(125, arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("python train.py", new[] { "python", "train.py" })]
    [InlineData("[\"python\", \"my train.py\"]", new[] { "python", "my train.py" })]
    public void An_entry_point_is_words_or_a_JSON_array(string text, string[] words)
    {
        Assert.Equal(words, EntryPointWords.Parse(text));
    }

    private static ToolRun CreateTool()
    {
        var tool = new ToolRun();
        Directory.CreateDirectory(Path.Combine(tool.Folder, "job"));
        return tool.With("job/train.py", "print('hi')\n");
    }
}
