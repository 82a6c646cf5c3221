using System.Globalization;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>
/// Much input to <c>wc -c</c>: the tool beside the docker command, each a process with a file or a pipe as its standard input.
/// </summary>
internal static class InputBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        var tool = Environment.GetEnvironmentVariable("LAUNCH_AOT") is { Length: > 0 } published
            ? published
            : $"dotnet {Path.Combine(AppContext.BaseDirectory, "launch.dll")}";
        var megabytes = int.Parse(Environment.GetEnvironmentVariable("INPUT_MEGABYTES") ?? "100", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("launch-input-");
        var queue = Path.Combine(folder.FullName, "queue.yaml");
        var input = Path.Combine(folder.FullName, "input");
        await File.WriteAllTextAsync(queue, "rm: true\npull: never\nnetwork: none\n");
        await File.WriteAllBytesAsync(input, new byte[megabytes * 1_000_000]);
        var docker = $"docker run -i --rm --pull never --network none {TestEngine.BusyboxImage} wc -c >/dev/null";
        var launch = $"{tool} run {queue} --image {TestEngine.BusyboxImage} -i -- wc -c >/dev/null";
        await CompareAsync($"{megabytes} MB of input from a file", $"{docker} <{input}", $"{launch} <{input}", rounds);
        await CompareAsync(
            $"{megabytes} MB of input from a pipe",
            $"sh -c 'cat {input} | {docker}'",
            $"sh -c 'cat {input} | {launch}'",
            rounds
        );
        folder.Delete(recursive: true);
    }

    private static Task CompareAsync(string title, string docker, string launch, int rounds) =>
        new Comparison(title, rounds)
            .Add("docker run -i", () => Sample.OfShellAsync(docker))
            .Add("launch run -i", () => Sample.OfShellAsync(launch))
            .RunAsync();
}
