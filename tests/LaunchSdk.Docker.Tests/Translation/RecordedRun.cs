using System.Text.Json.Nodes;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>
/// One recording of docker 29.8.0, or below API 1.44 of 28.2.2: a queue configuration and what the command line sent for it, or why it
/// refused.
/// </summary>
public sealed class RecordedRun
{
    private static readonly Lazy<IReadOnlyDictionary<string, RecordedRun>> Loaded = new(Load);

    private readonly JsonObject _record;

    private RecordedRun(string file, JsonObject record)
    {
        File = file;
        _record = record;
    }

    /// <summary>The folder in which the recorded command line ran.</summary>
    public static string WorkingDirectory { get; } = Repository.Combine("tests", "Fixtures", "docker-run", "cwd");

    public static IReadOnlyDictionary<string, RecordedRun> All => Loaded.Value;

    public string File { get; }

    public string Id => (string)_record["id"]!;

    public string Key => $"{File}/{Id}";

    public string Outcome => (string)_record["outcome"]!;

    public string Image => (string?)_record["image"] ?? "";

    public string Config => _record["config"]!.ToJsonString();

    public IReadOnlyList<string> Command => [.. _record["command"]!.AsArray().Select(item => (string)item!)];

    public IReadOnlyList<string> Argv => [.. _record["argv"]!.AsArray().Select(item => (string)item!)];

    public IReadOnlyList<string> Options => [.. _record["config"]!.AsObject().Select(pair => pair.Key)];

    public bool IsMisuse => _record["tags"]?.AsArray().Any(tag => (string)tag! == "misuse") ?? false;

    public bool InputIsTerminal => (string?)_record["stdin"] == "tty";

    public JsonObject Query => _record["query"]!.AsObject();

    public JsonObject Body => _record["body"]!.AsObject();

    public JsonObject? DockerConfig => _record["docker_config"]?.AsObject();

    public JsonObject? Unordered => _record["unordered"]?.AsObject();

    /// <summary>The version of the engine's API, the last number of the file's name.</summary>
    public string ApiVersion => File.Split('-').Last(part => part.StartsWith("1.", StringComparison.Ordinal));

    public string OperatingSystem => File.Contains("windows", StringComparison.Ordinal) ? "windows" : "linux";

    public string? Environment(string name) => (string?)_record["env"]![name];

    public override string ToString() => Key;

    private static Dictionary<string, RecordedRun> Load()
    {
        var runs = new Dictionary<string, RecordedRun>(StringComparer.Ordinal);
        string[] folders = [Repository.Combine("tests", "Fixtures", "docker-run"), Repository.Combine("tests", "Fixtures", "found")];
        foreach (var path in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.jsonl")).Order(StringComparer.Ordinal))
        {
            foreach (var line in System.IO.File.ReadLines(path))
            {
                var run = new RecordedRun(Path.GetFileNameWithoutExtension(path), JsonNode.Parse(line)!.AsObject());
                runs.Add(run.Key, run);
            }
        }

        return runs;
    }
}
