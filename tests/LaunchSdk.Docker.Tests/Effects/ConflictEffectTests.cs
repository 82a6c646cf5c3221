using System.Text.Json.Nodes;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Options;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>The schema's conflicts that only engines refuse (<c>x-launch-excludes</c>) against an engine.</summary>
public sealed class ConflictEffectTests : EffectTests
{
    public static TheoryData<string> Queues { get; } =
    [
        .. from option in DockerOptions.All
        from conflict in option.Conflicts
        where conflict.IsReportedHere && conflict.RuleId != "LSDK0009"
        select conflict.Example,
    ];

    [EngineTheory]
    [MemberData(nameof(Queues))]
    public async Task The_engine_refuses_the_example_of_a_conflict_for_the_conflict(string queue)
    {
        var failure = await RunAsync(JsonNode.Parse(queue)!.AsObject());

        var refusal = Assert.IsAssignableFrom<DockerEngineException>(failure);
        Assert.DoesNotContain("No such container", refusal.EngineMessage, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Exception?> RunAsync(JsonObject queue)
    {
        queue.TryAdd("rm", true);
        return await Record.ExceptionAsync(() =>
            new ContainerRunner(Docker).RunAsync(
                Plan(queue.ToJsonString(), TestEngine.BusyboxImage, "true"),
                new CapturedOutput(),
                null,
                Token
            )
        );
    }
}
