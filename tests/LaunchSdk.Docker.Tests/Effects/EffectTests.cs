using Docker.DotNet;
using LaunchSdk.Commands;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

/// <summary>
/// Runs queue files on a real engine and looks at what a container sees. Containers carry a label, by which those left over are removed.
/// </summary>
public abstract class EffectTests : IAsyncLifetime
{
    private const string LabelKey = "dev.launchsdk.effect";

    private readonly string _id = Guid.NewGuid().ToString("n");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A name for what a test makes in the engine, that no other run uses.</summary>
    protected string UniqueName => $"launchsdk-{_id[..12]}";

    /// <summary>The client's working directory.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("lsdk-effect-").FullName;

    protected TestEngine Engine { get; private set; } = null!;

    private protected DockerClient Client => Docker.Client;

    protected DockerEngine Docker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Engine = await TestEngine.RequireAsync();
        Docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = Engine.Host }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
        if (Docker is null)
        {
            return;
        }

        foreach (var container in await Engine.ContainersWithLabelAsync($"{LabelKey}={_id}", CancellationToken.None))
        {
            await Engine.RemoveAsync(container, CancellationToken.None);
        }

        await CleanUpAsync();
        await Docker.DisposeAsync();
    }

    /// <summary>Removes what a test made beside containers; these are gone already.</summary>
    private protected virtual Task CleanUpAsync() => Task.CompletedTask;

    /// <summary>Runs a queue's container to its end.</summary>
    /// <param name="queue">A queue file.</param>
    /// <param name="command">The container's command.</param>
    private protected async Task<Effect> RunAsync(string queue, params string[] command)
    {
        var output = new CapturedOutput();
        var result = await new ContainerRunner(Docker).RunAsync(Plan(queue, TestEngine.BusyboxImage, command), output, null, Token);
        return new Effect(result.Id, result.ExitCode, output.Stdout, output.Stderr);
    }

    /// <summary>Runs a shell script in a queue's container.</summary>
    private protected Task<Effect> RunScriptAsync(string queue, string script) => RunAsync(queue, "sh", "-c", script);

    /// <summary>Starts a queue's container; its output goes to <paramref name="output"/>.</summary>
    private protected Task<RunningContainer> StartAsync(string queue, IContainerOutput output, params string[] command) =>
        new ContainerRunner(Docker).StartAsync(Plan(queue, TestEngine.BusyboxImage, command), output, null, Token);

    private protected ContainerRunPlan Plan(string queue, string image, params string[] command)
    {
        var parsed = DockerQueue.Parse(queue, "queue.yaml").GetValueOrThrow();
        var run = DockerRunCommand
            .Create(
                new DockerRunRequest
                {
                    Queue = parsed,
                    Image = image,
                    Command = command,
                }
            )
            .GetValueOrThrow();
        var client = new ClientContext
        {
            WorkingDirectory = Folder,
            DockerConfig = DockerConfigFile.Empty,
            EngineAddress = Docker.Host,
        };
        return ContainerRunPlan.Create(
            run,
            CreateRequestTranslator
                .Translate(run, Docker.Target, client, parameters => parameters.Labels![LabelKey] = _id)
                .GetValueOrThrow()
        );
    }
}
