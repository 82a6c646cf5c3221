using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>
/// Tests that run containers on a real engine, each with a label of its own, and none of them may leave a container behind.
/// </summary>
public abstract class EngineTests : IAsyncLifetime
{
    private readonly string _label = $"dev.launchsdk.test={Guid.NewGuid():n}";

    private protected CapturedOutput Output { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected TestEngine Engine { get; private set; } = null!;

    protected DockerEngine Docker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Engine = await TestEngine.RequireAsync();
        Docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = Engine.Host }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Docker is null)
        {
            return;
        }

        foreach (var container in await LeftAsync())
        {
            await Engine.RemoveAsync(container, CancellationToken.None);
        }

        await Docker.DisposeAsync();
    }

    private protected Task<ContainerResult> RunAsync(
        ContainerRunPlan plan,
        Stream? input = null,
        CancellationToken? cancellationToken = null
    ) => new ContainerRunner(Docker).RunAsync(Labelled(plan), Output, input, cancellationToken ?? Token);

    private protected KeyValuePair<string, string> Label => KeyValuePair.Create(_label.Split('=')[0], _label.Split('=')[1]);

    private protected ContainerRunPlan Labelled(ContainerRunPlan plan) =>
        plan.With(parameters => parameters.Labels = new Dictionary<string, string> { [Label.Key] = Label.Value });

    private protected Task<IReadOnlyList<string>> LeftAsync() => Engine.ContainersWithLabelAsync(_label, CancellationToken.None);
}
