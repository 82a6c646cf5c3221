using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>Every verb that talks to an engine, with something else in the engine's place: one line, and the documented exit code.</summary>
public sealed class ChaosVerbTests : IDisposable
{
    private static readonly string[] Answers =
    [
        "truncated JSON",
        "values of other types",
        "a page of HTML with 502 that is shorter than its length",
        "an error without an end",
        "bytes that are no HTTP",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("launch-chaos-").FullName;

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            (string Verb, string Request)[] verbs =
            [
                ("ps", "GET /_ping"),
                ("ps", "GET /containers/json"),
                ("logs abc", "GET /containers/json"),
                ("attach abc", "GET /containers/json"),
                ("stop abc", "GET /containers/json"),
                ("rm abc", "GET /containers/json"),
                ("prune", "GET /containers/json"),
                ("run queue.yaml --image busybox", "POST /containers/create"),
                ("run queue.yaml --image busybox", "POST /containers/*/start"),
                ("run queue.yaml --image busybox", "POST /containers/*/attach"),
                ("build ./source --build-with classic", "POST /build"),
            ];
            var rows = new TheoryData<string, string, string>();
            foreach (var (verb, request) in verbs)
            {
                foreach (var answer in Answers)
                {
                    rows.Add(verb, request, answer);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_verb_says_in_one_line_what_came_from_where_and_ends_with_125(string verb, string request, string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(request, ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await File.WriteAllTextAsync(Path.Combine(_folder, "queue.yaml"), "rm: true\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder, "source"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "source", "Dockerfile.wandb"),
            "FROM scratch\nCOPY . /\n",
            TestContext.Current.CancellationToken
        );

        var result = await CapturedTool
            .InvokeAsync(
                verb.Split(' '),
                _folder,
                name =>
                    name switch
                    {
                        "DOCKER_HOST" => proxy.Host,
                        "HOME" or "DOCKER_CONFIG" => _folder,
                        _ => null,
                    },
                Stream.Null,
                Cli.Backends.BackendOpener.OpenAsync
            )
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.True(proxy.Answered.Count > 0, result.Error);
        Assert.Equal((125, ""), (result.ExitCode, result.Out));
        var line = Assert.Single(
            result.Error.TrimEnd('\n').Split('\n'),
            static text => text.StartsWith("launch: ", StringComparison.Ordinal)
        );
        Assert.EndsWith(line + "\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(proxy.Host, line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
