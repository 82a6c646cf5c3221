using System.Text.Json;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>The advice LSDK0101 on names against the engine that it speaks for.</summary>
public sealed class ContainerNameEffectTests : EffectTests
{
    [EngineTheory]
    [InlineData("launchsdk_name.1-2", true)]
    [InlineData("/launchsdk-slash", true)]
    [InlineData("9z", true)]
    [InlineData("z", false)]
    [InlineData("-launchsdk", false)]
    [InlineData("launchsdk name", false)]
    [InlineData("//launchsdk", false)]
    [InlineData("launchsdk\u00e9", false)]
    [InlineData("launchsdk/name", false)]
    public async Task A_name_is_advised_against_exactly_where_the_engine_refuses_it(string name, bool isTaken)
    {
        var text = $"{{ network: none, rm: true, name: {JsonSerializer.Serialize(name)} }}";

        var failure = await Record.ExceptionAsync(() =>
            new ContainerRunner(Docker).RunAsync(Plan(text, TestEngine.BusyboxImage, "true"), new CapturedOutput(), null, Token)
        );

        Assert.Equal(isTaken, failure is null);
        Assert.True(isTaken || failure is DockerEngineException, failure?.ToString());
        Assert.Equal(!isTaken, DockerQueue.Parse(text, "queue.yaml").Problems.Any(problem => problem.Rule.Id == "LSDK0101"));
    }
}
