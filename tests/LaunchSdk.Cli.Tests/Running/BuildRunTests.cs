using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

public sealed class BuildRunTests
{
    [EngineFact]
    public async Task A_source_is_built_run_and_not_built_again()
    {
        await using var tool = await EngineTool.CreateAsync();
        var job = Directory.CreateDirectory(Path.Combine(tool.Folder, "job")).FullName;
        var text = $"hello {Guid.NewGuid():n}";
        await File.WriteAllTextAsync(Path.Combine(job, "text"), text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(job, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nCOPY text /\nENTRYPOINT [\"cat\", \"/text\"]\n",
            TestContext.Current.CancellationToken
        );

        var first = await tool.InvokeAsync("run", "./job", "--queue", "queue.yaml", "--build-with", "classic");
        var again = await tool.InvokeAsync("run", "./job", "--queue", "queue.yaml", "--quiet");
        var built = await tool.InvokeAsync("build", "./job");

        Assert.Equal((0, text), (first.ExitCode, first.Out));
        Assert.Contains("[2/", first.Error, StringComparison.Ordinal);
        Assert.Equal(new ToolResult(0, text, ""), again);
        Assert.StartsWith("localhost/launch/job:", built.Out, StringComparison.Ordinal);
        Assert.Contains("The engine has localhost/launch/job:", built.Error, StringComparison.Ordinal);
        await tool.RemoveImageAsync(built.Out.Trim());
    }

    [EngineFact]
    public async Task A_step_that_fails_is_told_with_code_125()
    {
        await using var tool = await EngineTool.CreateAsync();
        var job = Directory.CreateDirectory(Path.Combine(tool.Folder, "job")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(job, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nRUN echo broken; exit 9\n",
            TestContext.Current.CancellationToken
        );

        var result = await tool.InvokeAsync("build", "./job", "--build-with", "classic");

        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        Assert.Contains("launch: building an image of './job': Step 2/", result.Error, StringComparison.Ordinal);
        Assert.Contains("It wrote last: broken", result.Error, StringComparison.Ordinal);
    }
}
