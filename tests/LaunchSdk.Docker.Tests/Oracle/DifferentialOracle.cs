using System.Text.Json.Nodes;
using LaunchSdk.Commands;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Docker.Tests.Translation;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Problems;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>Gives a configuration to a docker command and to LaunchSdk and tells whether they do the same.</summary>
internal sealed class DifferentialOracle(OracleWorkspace workspace, DockerCommand docker)
{
    private readonly Dictionary<(string, string), JsonObject> _defaults = [];
    private int _accepted;
    private int _compared;

    /// <summary>How many configurations both took, and how many were compared.</summary>
    public (int Accepted, int Compared) Count => (_accepted, _compared);

    /// <summary>How docker and LaunchSdk differ; null where they do not, and where the difference is intended.</summary>
    public async Task<OracleDifference?> CompareAsync(OracleCase given)
    {
        var engine = workspace.Rent(given.ApiVersion, given.OperatingSystem);
        Interlocked.Increment(ref _compared);
        try
        {
            var translated = Translate(given, engine, out var problems);
            if (IntendedDifferences.WhyRefused(given) is { } reason)
            {
                return translated is null
                    ? null
                    : new OracleDifference(
                        given,
                        "accepted against intention",
                        $"refused on purpose ({reason}), and it was accepted",
                        null,
                        ""
                    );
            }

            var message = await docker.RunAsync(["run", .. given.Argv], ClientEnvironment(engine), workspace.WorkingDirectory);
            var recorded = engine.Requests.FirstOrDefault(request => request.Path == "/containers/create");
            if (recorded is null || translated is null)
            {
                return OneRefuses(given, recorded, translated, problems, message);
            }

            Interlocked.Increment(ref _accepted);
            var differences = await DifferencesAsync(given, recorded, translated);
            return differences.Count == 0
                ? null
                : new OracleDifference(given, OracleDifference.Request, string.Join("\n", differences), recorded, message);
        }
        finally
        {
            workspace.Return(engine);
        }
    }

    private OracleDifference? OneRefuses(
        OracleCase given,
        RecordedRequest? recorded,
        ContainerRequest? translated,
        IReadOnlyList<Problem> problems,
        string message
    )
    {
        if (recorded is null == translated is null)
        {
            return null;
        }

        var kind = recorded is null ? OracleDifference.DockerRefuses : OracleDifference.LaunchSdkRefuses;
        return VersionDifferences.Explain(docker.Version, given, kind)
            ? null
            : new OracleDifference(given, kind, recorded is null ? message : string.Join("\n", problems), recorded, message);
    }

    /// <summary>A request's query in JSON.</summary>
    public static JsonObject QueryOf(RecordedRequest request) =>
        new(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private Dictionary<string, string> ClientEnvironment(RecordingEngine engine) =>
        new(workspace.Environment) { ["DOCKER_HOST"] = engine.Host };

    private async Task<IReadOnlyList<string>> DifferencesAsync(OracleCase given, RecordedRequest recorded, ContainerRequest translated)
    {
        var sent = JsonNode.Parse(translated.ToJson())!;
        var query = QueryOf(recorded);
        var differences = JsonNode.DeepEquals(query, sent["query"])
            ? new List<string>()
            : [$"query: expected {query.ToJsonString()}, got {sent["query"]!.ToJsonString()}"];
        var body = recorded.Body!.DeepClone().AsObject();
        VersionDifferences.Update(docker.Version, body);
        differences.AddRange(
            BodyComparison.Differences(body, sent["body"]!.AsObject(), await DefaultsAsync(given), Unordered(given, body))
        );
        return differences;
    }

    // Docker keeps env and binds in maps, so their order changes from run to run; lines of env files come first and keep theirs.
    private static JsonObject Unordered(OracleCase given, JsonObject body)
    {
        var names = given
            .Config.Where(pair => pair.Key is "e" or "env")
            .SelectMany(pair => OracleCase.Texts(pair.Value))
            .Select(text => text.Split('=')[0])
            .Distinct()
            .Count();
        var variables = (body["Env"] as JsonArray)?.Count ?? 0;
        var binds = (body["HostConfig"]?["Binds"] as JsonArray)?.Count ?? 0;
        return new JsonObject { ["Env"] = new JsonArray(variables - names, variables), ["HostConfig.Binds"] = new JsonArray(0, binds) };
    }

    private async Task<JsonObject> DefaultsAsync(OracleCase given)
    {
        var key = (given.ApiVersion, given.OperatingSystem);
        lock (_defaults)
        {
            if (_defaults.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        var engine = workspace.Rent(given.ApiVersion, given.OperatingSystem);
        await docker.RunAsync(["run", "busybox"], ClientEnvironment(engine), workspace.WorkingDirectory);
        var body = engine.Request("/containers/create").Body!.AsObject();
        workspace.Return(engine);
        lock (_defaults)
        {
            return _defaults[key] = body;
        }
    }

    private ContainerRequest? Translate(OracleCase given, RecordingEngine engine, out IReadOnlyList<Problem> problems)
    {
        string? Environment(string name) => workspace.Environment.GetValueOrDefault(name);
        var queue = DockerQueue.Parse(given.Config.ToJsonString(), "config.json");
        problems = queue.Problems;
        if (queue.HasErrors)
        {
            return null;
        }

        var command = DockerRunCommand.Create(
            new DockerRunRequest
            {
                Queue = queue.Value,
                Image = given.Image,
                Command = given.Command,
                Environment = Environment,
            }
        );
        problems = command.Problems;
        if (command.HasErrors)
        {
            return null;
        }

        var request = CreateRequestTranslator.Translate(
            command.Value,
            new EngineTarget(given.ApiVersion, given.OperatingSystem),
            new ClientContext
            {
                WorkingDirectory = workspace.WorkingDirectory,
                Environment = Environment,
                DockerConfig = DockerConfigFile.Empty,
                EngineAddress = engine.Host,
            }
        );
        problems = request.Problems;
        return request.Value;
    }
}
