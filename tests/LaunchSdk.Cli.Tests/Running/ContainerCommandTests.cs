using System.Text.Json.Nodes;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

public sealed class ContainerCommandTests
{
    [EngineFact]
    public async Task A_container_is_listed_stopped_and_removed()
    {
        await using var tool = await EngineTool.CreateAsync("stop-timeout: 0");
        var id = (await tool.RunAsync(["-d"], "sleep", "600")).Out.Trim();

        var listed = await tool.InvokeAsync("ps");
        var refused = await tool.InvokeAsync("rm", id);
        var stopped = await tool.InvokeAsync("stop", id[..12]);
        var removed = await tool.InvokeAsync("rm", id);

        Assert.Contains(id[..12], listed.Out, StringComparison.Ordinal);
        Assert.Equal(125, refused.ExitCode);
        Assert.Contains("it is running. Stop it first (`launch stop`), or use --force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(new ToolResult(0, $"{id[..12]}\n", ""), stopped);
        Assert.Equal(0, removed.ExitCode);
        Assert.Null(await tool.InspectAsync(id));
    }

    [EngineFact]
    public async Task The_list_is_JSON_where_asked_for()
    {
        await using var tool = await EngineTool.CreateAsync();
        var id = (await tool.RunAsync(["-d"], "sleep", "600")).Out.Trim();

        var listed = JsonNode.Parse((await tool.InvokeAsync("ps", "--format", "json")).Out)!.AsArray();

        var container = Assert.Single(listed, container => (string?)container!["id"] == id)!;
        Assert.Equal("running", (string?)container["state"]);
    }

    [EngineFact]
    public async Task Logs_and_attach_give_the_output_from_the_beginning()
    {
        await using var tool = await EngineTool.CreateAsync("stop-timeout: 0");
        var id = (await tool.RunAsync(["-d"], "sh", "-c", "echo out; echo err >&2; exit 5")).Out.Trim();

        var attached = await tool.InvokeAsync("attach", id);
        var logs = await tool.InvokeAsync("logs", id);

        Assert.Equal(new ToolResult(5, "out\n", "err\n"), attached);
        Assert.Equal(new ToolResult(0, "out\n", "err\n"), logs);
    }

    [EngineFact]
    public async Task A_container_that_is_not_there_is_125()
    {
        await using var tool = await EngineTool.CreateAsync();

        var result = await tool.InvokeAsync("stop", "no-such-container");

        Assert.Equal(125, result.ExitCode);
        Assert.Contains("no-such-container", result.Error, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_doctor_passes_a_good_engine_and_fails_without_one()
    {
        await using var tool = await EngineTool.CreateAsync();

        var good = await tool.InvokeAsync("doctor");
        var none = await tool.InvokeAsync("unix:///no/such.sock", ["doctor", "--format", "json"]);

        Assert.Equal(0, good.ExitCode);
        Assert.Contains("passed  engine:", good.Out, StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        var failed = Assert.Single(JsonNode.Parse(none.Out)!.AsArray(), check => (string?)check!["outcome"] == "failed")!;
        Assert.Contains("Start Docker Engine", (string?)failed["fix"], StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_doctor_names_a_credential_program_that_is_missing()
    {
        await using var tool = await EngineTool.CreateAsync();
        await File.WriteAllTextAsync(
            Path.Combine(tool.Folder, "config.json"),
            """{"credsStore":"desktop"}""",
            TestContext.Current.CancellationToken
        );

        var result = await tool.InvokeAsync("doctor");

        Assert.Contains("config.json names docker-credential-desktop, not on the PATH", result.Out, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Attach_hands_its_input_on()
    {
        await using var tool = await EngineTool.CreateAsync("interactive: true", input: "typed\n");
        var id = (await tool.RunAsync(["-d"], "sh", "-c", "read line; echo \"got $line\"; exit 6")).Out.Trim();

        var attached = await tool.InvokeAsync("attach", id);

        Assert.Equal(new ToolResult(6, "got typed\n", ""), attached);
    }

    [EngineFact]
    public async Task Attach_without_input_leaves_the_containers_alone()
    {
        await using var tool = await EngineTool.CreateAsync("interactive: true", input: "typed\n");
        var id = (await tool.RunAsync(["-d"], "sh", "-c", "echo out; exit 2")).Out.Trim();

        await tool.InvokeAsync("attach", "--no-stdin", id);

        Assert.Equal(0, tool.Input.Position);
    }

    [EngineFact]
    public async Task Logs_and_attach_hide_secrets()
    {
        await using var tool = await EngineTool.CreateAsync("env: API_TOKEN=hunter2-is-secret");
        var id = (await tool.RunAsync(["-d"], "sh", "-c", "echo $API_TOKEN; echo $API_TOKEN >&2")).Out.Trim();

        var attached = await tool.InvokeAsync("attach", id);
        var logs = await tool.InvokeAsync("logs", id);

        Assert.Equal(new ToolResult(0, "***\n", "***\n"), attached);
        Assert.Equal(new ToolResult(0, "***\n", "***\n"), logs);
    }

    [EngineFact]
    public async Task The_doctor_looks_at_the_agents_configuration()
    {
        await using var tool = await EngineTool.CreateAsync();
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(tool.Folder, ".config", "wandb")).FullName, "launch-config.yaml");
        await File.WriteAllTextAsync(file, "max_jbos: 2\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(tool.Folder, "good.yaml"), "max_jobs: 2\n", TestContext.Current.CancellationToken);

        var found = await tool.InvokeAsync("doctor");
        var given = await tool.InvokeAsync("doctor", "--launch-config", "good.yaml");
        var absent = await tool.InvokeAsync("doctor", "--launch-config", "none.yaml");

        Assert.Equal((1, 0, 1), (found.ExitCode, given.ExitCode, absent.ExitCode));
        Assert.Contains("max_jbos", found.Out, StringComparison.Ordinal);
        Assert.Contains("launch validate --kind agent", found.Out, StringComparison.Ordinal);
        Assert.Contains("launch-config: good.yaml is in order", given.Out, StringComparison.Ordinal);
        Assert.Contains("there is no such file", absent.Out, StringComparison.Ordinal);
    }
}
