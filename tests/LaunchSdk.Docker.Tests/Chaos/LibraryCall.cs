using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Diagnostics;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Chaos;

/// <summary>
/// A call of the library, and the requests that it cannot do without. Of all of the library's requests each is in one row at least.
/// </summary>
/// <param name="Name">The call.</param>
/// <param name="Requests">The requests, as <see cref="Testing.ChaosProxy.On"/> takes them.</param>
/// <param name="RunAsync">Makes it, at an engine that knows the container and the image it is given.</param>
internal sealed record LibraryCall(string Name, string[] Requests, Func<DockerEngineOptions, string, CancellationToken, Task> RunAsync)
{
    private const string Image = "ghcr.io/team/job:1";

    public static IReadOnlyList<LibraryCall> All { get; } =
    [
        new(
            "connect",
            ["GET /_ping"],
            static async (options, _, token) => await (await DockerEngine.ConnectAsync(options, token)).DisposeAsync()
        ),
        OfEngine(
            "run",
            ["POST /containers/create", "POST /containers/*/attach", "POST /containers/*/start"],
            static (engine, _, token) => new ContainerRunner(engine).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance, null, token)
        ),
        OfEngine("pull", ["POST /images/create"], static (engine, _, token) => new ImagePuller(engine).PullAsync(Image, null, null, token)),
        OfEngine(
            "push",
            ["POST /images/ghcr.io/team/job/push"],
            static (engine, _, token) => new ImagePusher(engine).PushAsync(Image, null, token)
        ),
        OfEngine("list", ["GET /containers/json"], static (engine, _, token) => new ContainerCatalog(engine).ListAsync(token)),
        OfEngine(
            "find",
            ["GET /containers/json"],
            static (engine, container, token) => new ContainerCatalog(engine).FindAsync(container, token)
        ),
        OfEngine(
            "adopt",
            ["GET /containers/json", "GET /containers/*/json"],
            static (engine, container, token) => new ContainerCatalog(engine).AdoptAsync(container, null, token)
        ),
        OfEngine(
            "logs",
            ["GET /containers/*/json", "GET /containers/*/logs"],
            static (engine, container, token) =>
                new ContainerCatalog(engine).ReadLogsAsync(container, DiscardedOutput.Instance, null, token)
        ),
        OfEngine(
            "remove",
            ["GET /containers/json", "DELETE /containers/*"],
            static (engine, container, token) => new ContainerCatalog(engine).RemoveAsync(container, token)
        ),
        OfEngine(
            "prune",
            ["GET /containers/json", "DELETE /containers/*"],
            static (engine, _, token) => new ContainerCatalog(engine).PruneAsync(null, token)
        ),
        OfEngine(
            "stop",
            ["GET /containers/*/json"],
            static (engine, container, token) => new ContainerCatalog(engine).StopAsync(container, null, token)
        ),
        OfEngine(
            "kill",
            ["POST /containers/*/kill"],
            static async (engine, container, token) =>
            {
                var found = await new ContainerCatalog(engine).AdoptAsync(container, null, token);
                await using var handle = found;
                await found.KillAsync("USR1", token);
            }
        ),
        OfEngine(
            "ask a registry",
            ["GET /distribution/ghcr.io/team/*/json"],
            // A registry that cannot be asked is no error: the push that follows is one.
            static async (engine, _, token) =>
                _ =
                    await new ImageStore(engine, new CredentialStore([], static _ => null)).FindInRegistryAsync(Image, token)
                    ?? throw new ImagePushException(Image, $"{engine.Host} has no answer", null)
        ),
        OfEngine(
            "look into an image",
            ["POST /containers/create", "GET /containers/*/archive"],
            static async (engine, _, token) =>
            {
                await using var files = await ImageFiles.OpenAsync(engine, Image, token);
                var text = await files.ReadAnyAsync(["/etc/os-release"], token);
                throw text is null
                    ? new ContainerNotFoundException(Image, $"{engine.Host} has no such file")
                    : new InvalidOperationException(text);
            }
        ),
        new("build", ["GET /version", "GET /images/ghcr.io/team/*/json", "POST /build"], BuildAsync),
        new(
            "doctor",
            ["GET /info"],
            static async (options, _, token) =>
            {
                var failed = (await EngineDoctor.ExamineAsync(options, token)).FirstOrDefault(static check =>
                    check is { Name: "API version", Outcome: CheckOutcome.Failed }
                );
                throw failed is null
                    ? new InvalidOperationException("no check failed")
                    : new DockerEngineException("examining", failed.Detail, failed.Fix);
            }
        ),
    ];

    /// <summary>A container on an engine that keeps it after its end; returns its id.</summary>
    public static async Task<string> KeepContainerAsync(Testing.RecordingEngine engine)
    {
        await using var docker = await DockerEngine.ConnectAsync(
            new DockerEngineOptions { Host = engine.Host },
            TestContext.Current.CancellationToken
        );
        return (
            await new ContainerRunner(docker).RunAsync(
                Plans.Shell(":").KeptAfterwards(),
                DiscardedOutput.Instance,
                null,
                TestContext.Current.CancellationToken
            )
        ).Id;
    }

    private static LibraryCall OfEngine(string name, string[] requests, Func<DockerEngine, string, CancellationToken, Task> run) =>
        new(
            name,
            requests,
            async (options, container, token) =>
            {
                await using var engine = await DockerEngine.ConnectAsync(options, token);
                await run(engine, container, token);
            }
        );

    private static async Task BuildAsync(DockerEngineOptions options, string container, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-chaos-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Dockerfile.wandb"), "FROM scratch\nCOPY . /\n", cancellationToken);
        try
        {
            await using var docker = new LaunchDocker(options);
            await docker.BuildAsync(
                new JobImageRequest
                {
                    Source = BuildSource.Parse(folder.FullName),
                    Flavor = BuilderFlavor.Classic,
                    Destination = Values.RegistryDestination.Parse("ghcr.io/team/job"),
                },
                cancellationToken
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
