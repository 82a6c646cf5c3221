using System.Text.Json.Nodes;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Chaos;

/// <summary>Runs on a real engine behind a proxy that spoils one of its answers: they end as they would without it.</summary>
public sealed class LyingEngineTests : EngineTests
{
    private const string EventStream = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";

    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly ChaosAnswer[] Events =
    [
        .. ChaosAnswer.OfNoEngine,
        ChaosAnswer.Forever("junk by lines", EventStream, "no event, but a line\n"),
        ChaosAnswer.Forever("a line without an end", EventStream, "{\"Action\":\"die\","),
        ChaosAnswer.Forever("other objects", EventStream, "{\"level\":\"info\"}\n"),
        ChaosAnswer.Raw("a stream that ends at once", EventStream),
        ChaosAnswer.Whole("a refusal", "403 Forbidden", "application/json", "{\"message\":\"not through this proxy\"}"),
    ];

    public static TheoryData<string, bool> EventRows
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var answer in Events)
            {
                rows.Add(answer.Name, true);
                rows.Add(answer.Name, false);
            }

            return rows;
        }
    }

    [EngineTheory]
    [MemberData(nameof(EventRows))]
    public async Task Where_the_events_are_none_the_exit_is_waited_for(string answer, bool removes)
    {
        await using var proxy = new ChaosProxy(Engine.Host);
        proxy.On("GET /events", Events.Single(one => one.Name == answer));

        var result = await RunAsync(proxy, "echo out; exit 7", removes);

        Assert.Equal((7, "out\n"), (result.ExitCode, Output.Stdout));
        Assert.InRange(proxy.BytesSent, 0, 128L << 20);
    }

    [EngineTheory]
    [InlineData("truncated JSON")]
    [InlineData("a body that is shorter than its length")]
    public async Task Where_neither_events_nor_waiting_tell_of_the_exit_the_container_is_looked_at(string answer)
    {
        await using var proxy = SpoilingEventsAndWaiting(answer);

        var result = await RunAsync(proxy, "echo out; sleep 1; exit 7", removes: false);

        Assert.Equal((7, "out\n"), (result.ExitCode, Output.Stdout));
    }

    [EngineFact]
    public async Task A_container_that_is_not_started_yet_has_no_exit_code_where_the_events_are_none()
    {
        var seen = new TaskCompletionSource();
        await using var proxy = new ChaosProxy(Engine.Host)
        {
            Answer = request =>
            {
                _ = request.Line.StartsWith("GET /containers/", StringComparison.Ordinal) && seen.TrySetResult();
                return request.Path == "/events" ? Events[0] : null;
            },
        };
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var body = Labelled(Plans.Shell("exit 7").KeptAfterwards()).Request.ToBody([]);
        using var created = await Docker.Transport.SendJsonAsync(Docker.Path("/containers/create"), body, Token);
        var id = (string)JsonNode.Parse(await created.Content.ReadAsStringAsync(Token))!["Id"]!;
        using var watch = new ContainerWatch(docker, id, autoRemove: false, TimeSpan.FromMinutes(1));

        var recovery = new ContainerRecovery(docker, watch).RunAsync();
        await seen.Task.WaitAsync(Hang, Token);
        await new ContainerRequests(Docker).StartAsync(id, TestEngine.BusyboxImage, Token);
        await recovery.WaitAsync(Hang, Token);

        Assert.Equal(7, (await watch.Exited.WaitAsync(Hang, Token)).Code);
    }

    [EngineTheory]
    [InlineData("nothing")]
    [InlineData("a page of HTML with 502")]
    public async Task Where_neither_events_nor_waiting_can_be_asked_for_nothing_is_started(string answer)
    {
        await using var proxy = SpoilingEventsAndWaiting(answer);

        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() => RunAsync(proxy, "echo out", removes: false));

        Assert.Contains(proxy.Host, error.Message, StringComparison.Ordinal);
        Assert.Equal("", Output.Stdout);
        Assert.Empty(await LeftAsync());
    }

    [EngineTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Streams_that_stay_open_after_the_exit_do_not_hold_the_run(bool removes)
    {
        await using var proxy = new ChaosProxy(Engine.Host) { KeepsAttachOpen = true };

        var result = await RunAsync(proxy, "echo out; exit 3", removes);

        Assert.Equal((3, "out\n"), (result.ExitCode, Output.Stdout));
    }

    [EngineFact]
    public async Task What_a_connection_has_lost_that_went_dumb_is_read_from_the_logs()
    {
        await using var proxy = new ChaosProxy(Engine.Host) { AttachBytes = 100 };

        var result = await RunAsync(proxy, "seq 1 2000; exit 3", removes: false);

        Assert.Equal((3, true), (result.ExitCode, result.IsOutputComplete));
        Assert.Equal(string.Concat(Enumerable.Range(1, 2000).Select(number => $"{number}\n")), Output.Stdout);
    }

    [EngineFact]
    public async Task A_run_without_input_ends_its_side_of_the_streams_at_once()
    {
        await using var proxy = new ChaosProxy(Engine.Host);

        var run = RunAsync(proxy, "sleep 2; echo out", removes: true);
        await proxy.InputEnded.WaitAsync(Hang, Token);

        Assert.False(run.IsCompleted);
        Assert.Equal((0, "out\n"), ((await run).ExitCode, Output.Stdout));
    }

    private ChaosProxy SpoilingEventsAndWaiting(string answer)
    {
        var spoiled = ChaosAnswer.OfNoEngine.Single(one => one.Name == answer);
        return new ChaosProxy(Engine.Host)
        {
            Answer = request => request.Path == "/events" || request.Path.EndsWith("/wait", StringComparison.Ordinal) ? spoiled : null,
        };
    }

    private async Task<ContainerResult> RunAsync(ChaosProxy proxy, string script, bool removes)
    {
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = proxy.Host }, Token);
        var plan = Labelled(Plans.Shell(script)).With(parameters => parameters.HostConfig!.AutoRemove = removes);
        return await new ContainerRunner(docker).RunAsync(plan, Output, null, Token).WaitAsync(Hang, Token);
    }
}
