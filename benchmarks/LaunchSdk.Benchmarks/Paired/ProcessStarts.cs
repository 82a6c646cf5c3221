using LaunchSdk.Benchmarks.Queues;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>Whole processes: docker's own start, <c>launch render</c>, and one translation in the running process beside them.</summary>
internal static class ProcessStarts
{
    private const string Image = "registry.internal/train:1.4";

    public static void Measure(int rounds)
    {
        var contenders = new List<Contender>();
        if (ChildProcess.Exists("docker"))
        {
            // Without a server, the client starts, reads its configuration and fails to connect: the least that a docker command costs.
            contenders.Add(
                new(
                    "docker version, no server (process)",
                    static () => ChildProcess.RunAnyhow("docker", "--host", "unix:///nonexistent/docker.sock", "version", "--format", "x")
                )
            );
        }
        else
        {
            Console.WriteLine("\nNo row for docker: there is no docker command on this machine.");
        }

        if (FindTool() is { } tool)
        {
            contenders.Add(
                new("launch render (process)", () => ChildProcess.Run("dotnet", tool, "render", QueueFiles.JsonPath, "--image", Image))
            );
        }
        else
        {
            Console.WriteLine("\nNo row for launch: build it with `dotnet build -c Release src/LaunchSdk.Cli`.");
        }

        contenders.Add(
            new(
                "read + validate + translate, early calls in this process",
                static () => QueueSteps.Translate(QueueSteps.Command(QueueFiles.Json, "queue.json"))
            )
        );
        Table.Print("Whole processes", Rounds.Processes(rounds, [.. contenders]));
    }

    // artifacts/bin/LaunchSdk.Benchmarks/release/ lies beside artifacts/bin/LaunchSdk.Cli/release/.
    private static string? FindTool()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(folder.Parent!.Parent!.FullName, "LaunchSdk.Cli", folder.Name, "launch.dll");
        return File.Exists(path) ? path : null;
    }
}
