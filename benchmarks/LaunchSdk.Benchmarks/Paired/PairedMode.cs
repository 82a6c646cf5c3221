using System.Globalization;
using System.Text.Json;
using LaunchSdk.Benchmarks.Compiling;
using LaunchSdk.Benchmarks.Generating;
using LaunchSdk.Benchmarks.Plain;
using LaunchSdk.Benchmarks.Queues;

namespace LaunchSdk.Benchmarks.Paired;

/// <summary>
/// <c>paired [queue|generator|compiler|translation|many|cold|processes]... [--rounds N]</c>: interleaved measurements, medians and ratios.
/// </summary>
internal static class PairedMode
{
    // Shorter than the time slice that a busy machine gives a thread, so that most batches run undisturbed.
    private static readonly TimeSpan Batch = TimeSpan.FromMicroseconds(400);

    private static readonly Dictionary<string, Action<int>> Parts = new(StringComparer.Ordinal)
    {
        ["queue"] = Queue,
        ["generator"] = Generator,
        ["compiler"] = Compiler,
        ["translation"] = Translation,
        ["many"] = Many,
        ["cold"] = static rounds => ColdStarts.Measure(Math.Min(rounds, 20)),
        ["processes"] = static rounds => ProcessStarts.Measure(Math.Min(rounds, 20)),
    };

    public static int Run(string[] arguments)
    {
        var rounds = 1000;
        var chosen = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--rounds" && i + 1 < arguments.Length)
            {
                rounds = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
            }
            else if (Parts.ContainsKey(arguments[i]))
            {
                chosen.Add(arguments[i]);
            }
            else
            {
                Console.Error.WriteLine(
                    $"'{arguments[i]}' is no part of the paired mode: write {string.Join(", ", Parts.Keys)}, or --rounds N"
                );
                return 2;
            }
        }

        foreach (var part in chosen.Count > 0 ? chosen : [.. Parts.Keys])
        {
            Parts[part](rounds);
        }

        return 0;
    }

    private static void Queue(int rounds) =>
        Table.Print(
            "A queue of 25 options",
            Rounds.InProcess(
                rounds,
                Batch,
                new(
                    "System.Text.Json, source-generated, of a string",
                    static () => JsonSerializer.Deserialize(QueueFiles.Json, PlainJson.Default.PlainQueue)
                ),
                new(
                    "System.Text.Json, source-generated, of UTF-8",
                    static () => JsonSerializer.Deserialize(QueueFiles.JsonBytes, PlainJson.Default.PlainQueue)
                ),
                new("LaunchSdk, read + validate (JSON)", static () => DockerQueue.Parse(QueueFiles.Json, "queue.json")),
                new("LaunchSdk, read + validate + render (JSON)", static () => QueueSteps.Render(QueueFiles.Json, "queue.json")),
                new("LaunchSdk, read + validate + render (YAML)", static () => QueueSteps.Render(QueueFiles.Yaml, "queue.yaml"))
            )
        );

    private static void Generator(int rounds)
    {
        var steps = new GeneratorSteps();
        Table.Print(
            "The schema generator",
            Rounds.InProcess(
                Math.Min(rounds, 100),
                Batch,
                new("run after an unrelated edit", steps.AfterEdit),
                new("first run of a driver, warm process", steps.First)
            )
        );
        var rerun = steps.RerunOnEdit();
        Console.WriteLine($"\nSteps that an unrelated edit runs again: {(rerun.Count == 0 ? "none" : string.Join(", ", rerun))}");
    }

    private static void Compiler(int rounds)
    {
        var steps = new CompilerSteps();
        Table.Print(
            "A warm compiler",
            Rounds.InProcess(
                rounds,
                Batch,
                new("an analyzer run without files", steps.AnalyzeNothing),
                new("analysis of a queue of 25 options, JSON", () => steps.Analyze("/project/queue.json", QueueFiles.Json)),
                new("analysis of a queue of 25 options, YAML", () => steps.Analyze("/project/queue.yaml", QueueFiles.Yaml)),
                new("generator after a keystroke in a C# file, 100 queue files", steps.AfterCodeEdit),
                new("generator after a keystroke in one of 100 queue files", steps.AfterFileEdit)
            )
        );
        var (code, file) = steps.Rerun();
        Console.WriteLine($"\nSteps that run again on a keystroke in a C# file: {code}\nin one of 100 queue files: {file}");
    }

    private static void Translation(int rounds)
    {
        var command = QueueSteps.Command(QueueFiles.Json, "queue.json");
        Table.Print(
            "Translation of 25 options",
            Rounds.InProcess(
                rounds,
                Batch,
                new(
                    "System.Text.Json, source-generated, of a string",
                    static () => JsonSerializer.Deserialize(QueueFiles.Json, PlainJson.Default.PlainQueue)
                ),
                new("LaunchSdk, command to ContainerRequest", () => QueueSteps.Translate(command)),
                new("LaunchSdk, command to the engine's JSON", () => QueueSteps.Translate(command).ToJson())
            )
        );
    }

    private static void Many(int rounds)
    {
        const int Count = 1000;
        var texts = QueueFiles.Variants(Count);
        var next = 0;
        Table.Print(
            "1,000 different queues, each",
            Rounds.InProcess(
                rounds,
                Batch,
                new("the one queue again and again", static () => QueueSteps.Render(QueueFiles.Json, "queue.json")),
                new("1,000 different queues in turn", () => QueueSteps.Render(texts[next++ % Count], "queue.json"))
            )
        );
    }
}
