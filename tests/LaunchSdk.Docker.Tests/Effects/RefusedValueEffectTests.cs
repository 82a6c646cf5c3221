using System.Text.Json.Nodes;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>The schema's rules of values that engines refuse (<c>x-launch-refused</c>) against the engine that they speak for.</summary>
public sealed class RefusedValueEffectTests : EffectTests
{
    public static TheoryData<string, string> Refused { get; } =
    [
        .. RefusedQueues
            .All.Where(queue => queue.Rule.Outcome == RefusalOutcome.EngineRefuses && queue.Rule.Seen.Any(seen => char.IsDigit(seen[0])))
            .Select(queue => (queue.Option.Name, queue.Text)),
    ];

    [EngineTheory]
    [MemberData(nameof(Refused))]
    public async Task A_value_that_is_warned_of_is_refused_by_the_engine(string option, string queue)
    {
        var failure = await RunAsync(queue);

        Assert.True(failure is DockerEngineException, $"{option}: {failure?.Message ?? "the engine took it"}");
    }

    [EngineTheory]
    [InlineData("""{ "volume": ["/tmp:/a", "/tmp:/a"] }""")]
    [InlineData("""{ "volume": ["/tmp:/a", "/a"] }""")]
    [InlineData("""{ "volume": "/tmp:/a", "tmpfs": "/a/" }""")]
    [InlineData("""{ "mount": "type=bind,source=/tmp,target=/a", "tmpfs": "/a" }""")]
    [InlineData("""{ "tmpfs": ["/a", "/a:size=1m"] }""")]
    [InlineData("""{ "volume": "data" }""")]
    [InlineData("""{ "mount": "type=bind,source=/tmp,target=/a,consistency=any" }""")]
    public async Task A_value_that_the_engine_takes_is_not_warned_of(string queue)
    {
        var failure = await RunAsync(queue);

        Assert.True(failure is null, failure?.Message);
        Assert.DoesNotContain(DockerQueue.Parse(queue, "queue.json").Problems, problem => problem.Rule == RefusedByEngine.Rule);
    }

    private async Task<Exception?> RunAsync(string queue)
    {
        // Docker lets rm go with no restart policy.
        var text = JsonNode.Parse(queue)!.AsObject();
        text.TryAdd("rm", !text.ContainsKey("restart"));
        return await Record.ExceptionAsync(() =>
            new ContainerRunner(Docker).RunAsync(
                Plan(text.ToJsonString(), TestEngine.BusyboxImage, "true"),
                new CapturedOutput(),
                null,
                Token
            )
        );
    }
}
