using System.Globalization;
using LaunchSdk.Docker;

namespace LaunchSdk.RunBenchmarks;

/// <summary>The tool as a cold process, published ahead of time, beside the docker command.</summary>
internal static class ColdBenchmark
{
    public static async Task RunAsync(DockerEngine docker, int rounds)
    {
        var tool =
            Environment.GetEnvironmentVariable("LAUNCH_AOT")
            ?? throw new InvalidOperationException(
                "LAUNCH_AOT names no binary: dotnet publish src/LaunchSdk.Cli -c Release -r linux-x64 -p:PublishAot=true"
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThe binary has {new FileInfo(tool).Length / 1048576.0:0.0} MiB, docker's {new FileInfo("/usr/bin/docker").Length / 1048576.0:0.0} MiB."
            )
        );
        var folder = Directory.CreateTempSubdirectory("launch-cold-");
        var queue = Path.Combine(folder.FullName, "queue.yaml");
        await File.WriteAllTextAsync(queue, "rm: true\npull: never\n");
        await using var engine = await EngineProcess.StartAsync();
        await CompareAsync("Cold process, an engine that answers at once", engine.Host, tool, queue, rounds * 2);
        await CompareAsync("Cold process, `sh -c :` with rm on the real engine", docker.Host, tool, queue, rounds);
        folder.Delete(recursive: true);
    }

    private static Task CompareAsync(string title, string host, string tool, string queue, int rounds) =>
        new Comparison(title, rounds)
            .Add("docker run", () => Sample.OfShellAsync($"env DOCKER_HOST={host} {Plans.Docker(":")}"))
            .Add(
                "launch run, Native AOT",
                () =>
                    Sample.OfShellAsync(
                        $"env DOCKER_HOST={host} {tool} run {queue} --image {LaunchSdk.Testing.TestEngine.BusyboxImage} -- sh -c :"
                    )
            )
            .RunAsync();
}
