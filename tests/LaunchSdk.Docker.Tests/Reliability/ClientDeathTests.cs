using System.Diagnostics;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>The client process is killed while its job runs.</summary>
[Trait("Category", "Slow")]
public sealed class ClientDeathTests : EngineTests
{
    [EngineFact]
    public async Task A_job_outlives_its_client_and_another_process_takes_it_over()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var name = $"launchsdk-test-{Guid.NewGuid():n}";
        await File.WriteAllTextAsync(
            Path.Combine(folder, "queue.yaml"),
            $"name: {name}\nlabel: {Label.Key}={Label.Value}\nnetwork: none\npull: never\n",
            Token
        );
        var tool = Path.Combine(
            AppContext.BaseDirectory,
            "..",
            "..",
            "LaunchSdk.Cli",
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')),
            "launch.dll"
        );
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                tool,
                "run",
                Path.Combine(folder, "queue.yaml"),
                "--image",
                TestEngine.BusyboxImage,
                "--",
                "sh",
                "-c",
                "trap 'echo late; exit 6' USR1; echo ready; while :; do sleep 0.05; done",
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOCKER_HOST"] = Engine.Host;
        using var client = Process.Start(start)!;
        Assert.Equal("ready", await client.StandardOutput.ReadLineAsync(Token));

        client.Kill();
        await client.WaitForExitAsync(Token);
        var found = await new ContainerCatalog(Docker).GetAsync(name, Token);
        await using var adopted = await new ContainerCatalog(Docker).AdoptAsync(name, new AdoptOptions { Output = Output }, Token);
        await Output.WaitForStdoutAsync("ready", Token);
        await adopted.KillAsync("USR1", Token);
        var result = await adopted.Completion;

        Assert.Equal((client.Id, true), (found.Owner!.ProcessId, found.Owner.IsGone));
        Assert.Equal((6, "ready\nlate\n"), (result.ExitCode, Output.Stdout));
        Directory.Delete(folder, recursive: true);
    }
}
