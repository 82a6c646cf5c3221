using System.Globalization;

namespace LaunchSdk.BuildBenchmarks;

/// <summary>A context hashed and streamed by LaunchSdk, beside tar and the docker command, in turns; medians as a Markdown table.</summary>
internal static class Comparison
{
    // Longer than the cache's distrust of files that were written a moment ago.
    private static readonly TimeSpan UntilTrusted = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(int files, int mebibytes, int rounds)
    {
        var root = Directory.CreateTempSubdirectory("lsdk-build-bench-").FullName;
        try
        {
            var source = Path.Combine(root, "source");
            var cache = Path.Combine(root, "cache");
            MakeSource(source, files, (long)mebibytes * 1024 * 1024);
            await Task.Delay(UntilTrusted, TimeProvider.System);
            using var sink = new SinkEngine();
            var contenders = Contenders(source, cache, sink.Socket);
            Print(files, mebibytes, rounds, contenders, Measure(contenders, rounds));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static (string Name, Func<MeasuredProcess> Run)[] Contenders(string source, string cache, string socket)
    {
        var tar = $"tar -C '{source}' -cf - .";
        var self = Environment.ProcessPath!;
        (string, string)[] docker = [("DOCKER_HOST", $"unix://{socket}"), ("DOCKER_BUILDKIT", "0"), ("DOCKER_CONFIG", cache + "-none")];
        return
        [
            ("docker build, the transfer of its context", () => MeasuredProcess.Run("docker", ["build", source], docker)),
            ("tar, to a pipe", () => MeasuredProcess.Run("sh", ["-c", $"{tar} | cat >/dev/null"])),
            ("tar, to sha256sum", () => MeasuredProcess.Run("sh", ["-c", $"{tar} | sha256sum"])),
            ("LaunchSdk, stream, hashed on the way", () => MeasuredProcess.Run(self, ["stream", source, socket, "-"])),
            ("LaunchSdk, digest (cached), then stream", () => MeasuredProcess.Run(self, ["stream", source, socket, cache])),
            ("LaunchSdk, digest alone", () => MeasuredProcess.Run(self, ["digest", source, "-"])),
            ("LaunchSdk, digest alone, nothing changed since the last", () => MeasuredProcess.Run(self, ["digest", source, cache])),
        ];
    }

    private static MeasuredProcess[][] Measure((string Name, Func<MeasuredProcess> Run)[] contenders, int rounds)
    {
        foreach (var (_, run) in contenders)
        {
            run();
        }

        var results = contenders.Select(_ => new MeasuredProcess[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                results[i][round] = contenders[i].Run();
            }
        }

        return results;
    }

    private static void Print(
        int files,
        int mebibytes,
        int rounds,
        (string Name, Func<MeasuredProcess> Run)[] contenders,
        MeasuredProcess[][] results
    )
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## {files:#,0} files, {mebibytes} MiB (medians of {rounds})\n"));
        Console.WriteLine("| contender | ms, the whole process | of the first | ms, the work alone | CPU ms | most memory, MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        for (var i = 0; i < contenders.Length; i++)
        {
            var first = results[0];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {contenders[i].Name} | {Median(results[i].Select(static run => run.Milliseconds)):0} | {Median(results[i].Zip(first, static (own, other) => own.Milliseconds / other.Milliseconds)):0.00} | {(results[i][0].OwnMilliseconds is null ? "" : Median(results[i].Select(static run => run.OwnMilliseconds!.Value)).ToString("0.0", CultureInfo.InvariantCulture))} | {Median(results[i].Select(static run => run.ProcessorMilliseconds)):0} | {Median(results[i].Select(static run => run.Kibibytes / 1024.0)):0} |"
                )
            );
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // Bytes that do not repeat, in folders of a hundred files.
    private static void MakeSource(string root, int files, long bytes)
    {
        var content = new byte[bytes / files];
        var random = new Random(1);
        for (var i = 0; i < files; i++)
        {
            var folder = Path.Combine(root, (i / 100).ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folder);
            random.NextBytes(content);
            File.WriteAllBytes(Path.Combine(folder, $"file{i.ToString(CultureInfo.InvariantCulture)}.bin"), content);
        }

        File.WriteAllText(Path.Combine(root, "Dockerfile"), "FROM scratch\nCOPY . /\n");
    }
}
