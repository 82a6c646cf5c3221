using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LaunchSdk.Docker.Tests.Chaos;

/// <summary>A stop, and the kill that follows where the stop got no answer of an engine within its bound.</summary>
public sealed class StopAnswerTests
{
    private readonly FakeTimeProvider _clock = new();

    public static TheoryData<string> Answers =>
        ["truncated JSON", "a page of HTML with 200", "a redirect", "bytes that are no HTTP", "headers without an end", "silence"];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_stop_whose_answer_is_none_is_followed_by_a_kill(string answer)
    {
        await using var engine = new RecordingEngine();
        var container = await LibraryCall.KeepContainerAsync(engine);
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On("POST /containers/*/stop", Find(answer));
        await using var docker = await ConnectAsync(proxy);

        await EndAsync(new ContainerCatalog(docker).StopAsync(container, null, TestContext.Current.CancellationToken));

        Assert.NotEmpty(proxy.Answered);
        Assert.Single(engine.Requests, static request => request.Line.EndsWith("/kill", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Where_the_kill_has_none_either_the_error_names_the_container(string answer)
    {
        await using var engine = new RecordingEngine();
        var container = await LibraryCall.KeepContainerAsync(engine);
        await using var proxy = new ChaosProxy(engine.Host);
        var chaos = Find(answer);
        proxy.Answer = request => request.Path.Split('/') is [.., "stop" or "kill"] ? chaos : null;
        await using var docker = await ConnectAsync(proxy);

        var error = await Assert.ThrowsAsync<DockerEngineException>(() =>
            EndAsync(new ContainerCatalog(docker).StopAsync(container, null, TestContext.Current.CancellationToken))
        );

        Assert.Contains(proxy.Answered, static line => line.EndsWith("/kill", StringComparison.Ordinal));
        Assert.Contains(container[..12], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    private static ChaosAnswer Find(string answer) =>
        answer == "silence" ? ChaosAnswer.Silence : ChaosAnswer.OfNoEngine.Single(one => one.Name == answer);

    // An engine that may be out of reach is tried again until the bound, for which nobody waits here.
    private async Task EndAsync(Task stopping)
    {
        for (var second = 0; second < 600 && !stopping.IsCompleted; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        }

        await stopping.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private Task<DockerEngine> ConnectAsync(ChaosProxy proxy) =>
        DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = proxy.Host, TimeProvider = _clock },
            TestContext.Current.CancellationToken
        );
}
