using LaunchSdk.Cli.Tests.Streams;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Running;

/// <summary>
/// Every verb that talks to an engine, with something else in the engine's place: one line, and the documented exit code.
/// </summary>
public sealed class ChaosVerbTests
{
    // The id of the first container on a recording engine.
    private const string Container = "000000000000";

    private static readonly string[] Answers =
    [
        "truncated JSON",
        "values of other types",
        "a page of HTML with 502 that is shorter than its length",
        "an error without an end",
        "bytes that are no HTTP",
    ];

    private static readonly (string Verb, string Request)[] Verbs =
    [
        ("ps", "GET /_ping"),
        ("ps", "GET /containers/json"),
        ("logs abc", "GET /containers/json"),
        ($"logs {Container}", "GET /containers/*/json"),
        ($"logs {Container}", "GET /containers/*/logs"),
        ("attach abc", "GET /containers/json"),
        ($"attach {Container}", "GET /containers/*/json"),
        ("stop abc", "GET /containers/json"),
        ($"stop {Container}", "GET /containers/*/json"),
        ("rm abc", "GET /containers/json"),
        ($"rm {Container}", "DELETE /containers/*"),
        ($"rm --force {Container}", "DELETE /containers/*"),
        ("prune", "GET /containers/json"),
        ("prune --older-than 0s", "DELETE /containers/*"),
        ("run queue.yaml --image busybox", "POST /containers/create"),
        ("run queue.yaml --image busybox", "POST /containers/*/start"),
        ("run queue.yaml --image busybox", "POST /containers/*/attach"),
        ("run ./source --queue queue.yaml --build-with classic", "POST /build"),
        ("build ./source --build-with classic", "POST /build"),
    ];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (verb, request) in Verbs)
            {
                foreach (var answer in Answers)
                {
                    rows.Add(verb, request, answer);
                }
            }

            return rows;
        }
    }

    /// <summary>Each verb once, with the answers in turn.</summary>
    public static TheoryData<string, string, string> ProcessRows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var ((verb, request), index) in Verbs.Select(static (row, index) => (row, index)))
            {
                rows.Add(verb, request, Answers[index % Answers.Length]);
            }

            return rows;
        }
    }

    public static TheoryData<string> AnswerNames => [.. Answers];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_verb_says_in_one_line_what_came_from_where_and_ends_with_125(string verb, string request, string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        proxy.On(request, ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));

        Check(proxy, await tool.InvokeAsync(verb.Split(' ')).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(ProcessRows))]
    public async Task A_process_ends_as_the_tool_does_inside_one(string verb, string request, string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        proxy.On(request, ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await using var process = tool.Start(verb.Split(' '));

        Check(proxy, await process.EndAsync());
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public async Task Doctor_shows_what_came_as_a_check_that_failed(string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        proxy.On("GET /info", ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await using var process = tool.Start("doctor");

        var result = await process.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var line = Assert.Single(result.Out.Split('\n'), static text => text.StartsWith("failed", StringComparison.Ordinal));
        Assert.Contains(proxy.Host, line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public async Task An_agent_says_what_came_and_waits_for_an_engine(string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        proxy.On("GET /_ping", ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));
        await using var process = tool.Start("agent", "--queue", "q", "--name", $"chaos-{Guid.NewGuid():n}");

        await process.WaitForLineAsync(proxy.Host);
        await process.SignalAsync("HUP");
        var result = await process.EndAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain(result.Out.Replace("\n", "", StringComparison.Ordinal), char.IsControl);
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public async Task The_logs_of_a_job_are_those_that_its_agent_kept_where_the_engine_is_none(string answer)
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        var job = await tool.PrepareAsync("submit", "--image", "busybox", "--queue", "q");
        proxy.On("GET /containers/json", ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));

        var result = await tool.InvokeAsync("logs", job);

        Assert.NotEmpty(proxy.Answered);
        Assert.Equal(new ToolResult(0, "", $"job {job}: queued, and has written nothing yet; --follow waits for it\n"), result);
    }

    [Fact]
    public async Task The_logs_of_a_job_that_break_off_are_an_error_and_do_not_begin_anew()
    {
        await using var engine = new RecordingEngine();
        await using var proxy = new ChaosProxy(engine.Host);
        await using var tool = await PrepareAsync(proxy);
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        var job = await tool.PrepareAsync("submit", "--image", "busybox", "--queue", "q");
        await File.AppendAllTextAsync(
            Path.Combine(tool.Folder, "queue.yaml"),
            "label-file: labels\n",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(tool.Folder, "labels"),
            $"dev.launchsdk.item={job}\n",
            TestContext.Current.CancellationToken
        );
        await tool.PrepareAsync("run", "queue.yaml", "--image", "busybox");
        // A frame of five bytes, and half of another one.
        proxy.On(
            "GET /containers/*/logs",
            ChaosAnswer.Cut("half a log", "200 OK", "application/octet-stream", "\u0001\0\0\0\0\0\0\u0005begin\u0001\0\0\0\0\0\0\u0009ha")
        );

        var result = await tool.InvokeAsync("logs", job);

        Assert.Equal((125, "begin"), (result.ExitCode, result.Out[..5]));
        Assert.StartsWith("launch: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(proxy.Host, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("has written nothing", result.Error, StringComparison.Ordinal);
    }

    private static void Check(ChaosProxy proxy, ToolResult result)
    {
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

    // There is a container that has ended, a source, and a queue.
    private static async Task<StreamTool> PrepareAsync(ChaosProxy proxy)
    {
        var tool = StreamTool.At(proxy.Host);
        Directory.CreateDirectory(Path.Combine(tool.Folder, "source"));
        await File.WriteAllTextAsync(
            Path.Combine(tool.Folder, "source", "Dockerfile.wandb"),
            "FROM scratch\nCOPY . /\n",
            TestContext.Current.CancellationToken
        );
        await tool.PrepareAsync("run", "queue.yaml", "--image", "busybox");
        return tool;
    }
}
