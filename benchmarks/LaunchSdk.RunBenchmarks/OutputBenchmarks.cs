using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>Much output beside <c>docker run &gt;/dev/null</c>.</summary>
internal static class OutputBenchmarks
{
    private const int FrameLength = 128;

    /// <summary>A gibibyte from a real engine.</summary>
    public static async Task VolumeAsync(DockerEngine docker, int rounds)
    {
        var mebibytes = int.Parse(Environment.GetEnvironmentVariable("MEBIBYTES") ?? "1024", CultureInfo.InvariantCulture);
        // Without a log driver the engine's own writing of logs does not hide the clients.
        var script = $"dd if=/dev/zero bs=1M count={mebibytes} 2>/dev/null";
        var plan = Plans.Shell(script, "none");
        plan.Request.HostConfig!.LogConfig = new() { Type = "none" };
        await new Comparison($"{mebibytes} MiB of output, log driver none", rounds)
            .Add(
                "docker run >/dev/null",
                () =>
                    Sample.OfShellAsync(
                        Plans.Docker(script, "none").Replace("--rm", "--rm --log-driver none", StringComparison.Ordinal) + " >/dev/null"
                    )
            )
            .Add("LaunchSdk", () => Sample.OfAsync(() => new ContainerRunner(docker).RunAsync(plan, DiscardedOutput.Instance)))
            .RunAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nPeak memory of this process so far: {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB."
            )
        );
    }

    /// <summary>Frames of one line each from an engine that answers at once; each line goes to a handler.</summary>
    public static async Task LinesAsync(int rounds)
    {
        var mebibytes = int.Parse(Environment.GetEnvironmentVariable("LINE_MEBIBYTES") ?? "256", CultureInfo.InvariantCulture);
        var count = mebibytes * 1024 * 1024 / (FrameLength + 8);
        var frames = new byte[count * (FrameLength + 8)];
        for (var at = 0; at < frames.Length; at += FrameLength + 8)
        {
            frames[at] = 1;
            frames[at + 7] = FrameLength;
            frames.AsSpan(at + 8, FrameLength - 1).Fill((byte)'x');
            frames[at + FrameLength + 7] = (byte)'\n';
        }

        await using var engine = new RecordingEngine { Output = frames };
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host });
        var lines = 0L;
        await new Comparison(
            $"{mebibytes} MiB in frames of {FrameLength} bytes, an engine that answers at once (its processor time is in LaunchSdk's)",
            rounds
        )
            .Add("docker run >/dev/null", () => Sample.OfShellAsync($"env DOCKER_HOST={engine.Host} {Plans.Docker(":")} >/dev/null"))
            .Add(
                "LaunchSdk, each line to a handler",
                () =>
                    Sample.OfAsync(() =>
                        new ContainerRunner(docker).RunAsync(Plans.Shell(":"), new LineContainerOutput((_, _, _) => lines++))
                    )
            )
            .Add(
                "LaunchSdk, each line a string",
                () =>
                    Sample.OfAsync(() => new ContainerRunner(docker).RunAsync(Plans.Shell(":"), LineContainerOutput.ForText(_ => lines++)))
            )
            .RunAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{lines} lines were handed over, {count} a run."));
    }
}
