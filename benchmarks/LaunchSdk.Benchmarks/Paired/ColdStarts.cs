using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LaunchSdk.Benchmarks.Plain;
using LaunchSdk.Benchmarks.Queues;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>The first call in a fresh process, timed inside that process: what loading and compiling the code costs.</summary>
internal static class ColdStarts
{
    /// <summary>The hidden argument that makes this program a child that measures its first call.</summary>
    public const string Child = "first-call";

    private static readonly Contender[] Calls =
    [
        new("System.Text.Json, source-generated", static () => JsonSerializer.Deserialize(QueueFiles.Json, PlainJson.Default.PlainQueue)),
        new("LaunchSdk, read + validate + render (JSON)", static () => QueueSteps.Render(QueueFiles.Json, "queue.json")),
        new("LaunchSdk, read + validate + render (YAML)", static () => QueueSteps.Render(QueueFiles.Yaml, "queue.yaml")),
    ];

    public static void Measure(int rounds)
    {
        var times = Calls.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < Calls.Length; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                times[i][round] = double.Parse(
                    ChildProcess.Run("dotnet", typeof(ColdStarts).Assembly.Location, Child, number),
                    CultureInfo.InvariantCulture
                );
            }
        }

        Table.Print("First call in a process", [.. Calls.Select((call, i) => new Measured(call.Name, times[i], null))]);
    }

    /// <summary>Prints the microseconds of one first call.</summary>
    public static int RunChild(string number)
    {
        var call = Calls[int.Parse(number, CultureInfo.InvariantCulture)];
        // The file is in memory before the clock starts.
        _ = QueueFiles.JsonBytes.Length;
        var start = Stopwatch.GetTimestamp();
        call.Run();
        Console.Write(Stopwatch.GetElapsedTime(start).TotalMicroseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
