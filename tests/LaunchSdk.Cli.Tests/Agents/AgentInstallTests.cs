using LaunchSdk.Cli.Commands.Agent;
using LaunchSdk.Cli.Tests.Queues;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Agents;

public sealed class AgentInstallTests
{
    [Fact]
    public async Task A_unit_runs_the_agent_with_the_options_given()
    {
        using var tool = new QueueTool().With("agent.yaml", "max_jobs: 2\n");

        var output = await tool.OutputAsync(
            "agent",
            "install",
            "--user",
            "-q",
            "a b",
            "-q",
            "50%",
            "-c",
            "agent.yaml",
            "-vv",
            "--backend",
            "postgres"
        );

        var unit = await ReadAsync(tool);
        Assert.Contains(
            $" agent --queue \"a b\" --queue 50%% --verbose --verbose --config {tool.Folder}/agent.yaml --backend postgres\n",
            unit,
            StringComparison.Ordinal
        );
        Assert.Contains(unit, output + "\n", StringComparison.Ordinal);
        Assert.Contains("systemctl --user enable --now launch-agent", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_unit_lets_go_of_jobs_and_kills_none()
    {
        using var tool = new QueueTool();
        await tool.OutputAsync("agent", "install", "--user", "-q", "a");

        var lines = (await ReadAsync(tool)).Split('\n');

        Assert.Contains("Type=exec", lines);
        Assert.Contains("KillSignal=SIGHUP", lines);
        Assert.Contains("KillMode=mixed", lines);
        Assert.Contains("Restart=on-failure", lines);
        Assert.Contains("WantedBy=default.target", lines);
    }

    [Fact]
    public async Task A_unit_of_somebody_elses_is_not_written_over()
    {
        using var tool = new QueueTool().With("config/systemd/user/launch-agent.service", "[Unit]\n");

        var refused = await tool.InvokeAsync("agent", "install", "--user");
        await tool.OutputAsync("agent", "install", "--user", "--force");
        await tool.OutputAsync("agent", "install", "--user");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_the_agent_would_refuse_are_refused_here()
    {
        using var tool = new QueueTool();

        var result = await tool.InvokeAsync("agent", "install", "--user", "-c", "absent.yaml");

        Assert.Equal((1, "launch: cannot read 'absent.yaml': there is no such file\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Systemd_takes_the_unit(bool isUsers)
    {
        using var tool = new QueueTool();
        var unit = new SystemdUnit(["/bin/true", "agent", "--queue", "a \"b\" \\ $HOME 50%"], "/etc/launchsdk/agent.env", isUsers)
        {
            Environment = ["DOTNET_ROOT=/usr/share/dotnet"],
        };
        tool.With("launch-agent.service", unit.ToString());

        Assert.Contains("ExecStart=/bin/true agent --queue \"a \\\"b\\\" \\\\ $$HOME 50%%\"\n", unit.ToString(), StringComparison.Ordinal);
        if (HostProcess.Find("systemd-analyze") is not null)
        {
            await HostProcess.RunAsync("systemd-analyze", "verify", Path.Combine(tool.Folder, "launch-agent.service"));
        }
    }

    private static Task<string> ReadAsync(QueueTool tool) =>
        File.ReadAllTextAsync(
            Path.Combine(tool.Folder, "config", "systemd", "user", "launch-agent.service"),
            TestContext.Current.CancellationToken
        );
}
