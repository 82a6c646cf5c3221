using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>Tests with a socket that is taken away for a while.</summary>
public abstract class OutageTests : EngineTests
{
    /// <summary>A job that writes a line each second is watched through a socket that is gone for so many of them.</summary>
    private protected async Task OutliveAsync(int seconds)
    {
        await using var proxy = new OutageProxy(Engine.Host);
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var script =
            $"i=0; while [ $i -lt {seconds + 1} ]; do echo line $i; i=$((i+1)); sleep 1; done; trap 'exit 9' USR1; echo waiting; while :; do sleep 0.05; done";
        await using var container = await new ContainerRunner(docker).StartAsync(
            Labelled(Plans.Shell(script).KeptAfterwards()),
            Output,
            null,
            Token
        );
        await Output.WaitForStdoutAsync("line 0", Token);

        await proxy.CutAsync();
        var logs = new CapturedOutput();
        var besides = new ContainerCatalog(Docker).ReadLogsAsync(container.Id, logs, new ContainerLogOptions { Follow = true }, Token);
        await logs.WaitForStdoutAsync($"line {seconds}", Token);
        proxy.Listen();
        await Output.WaitForStdoutAsync("waiting", Token);
        await container.KillAsync("USR1", Token);
        var result = await container.Completion;
        await besides;

        Assert.Equal((9, true), (result.ExitCode, result.IsOutputComplete));
        Assert.Equal(string.Concat(Enumerable.Range(0, seconds + 1).Select(number => $"line {number}\n")) + "waiting\n", Output.Stdout);
    }
}
