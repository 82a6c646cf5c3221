using System.Net;
using System.Net.Sockets;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Silence;

/// <summary>A real dockerd that is stopped (SIGSTOP) in the middle of a build, a pull, a push and a start.</summary>
[Trait("Engine", "real")]
[Trait("Category", "Slow")]
public sealed class FrozenEngineTests : IDisposable
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lsdk-frozen-");
    private readonly TcpListener _registry = new(IPAddress.Loopback, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = PrivateEngine.SkipReason, SkipType = typeof(PrivateEngine), SkipUnless = nameof(PrivateEngine.CanStart))]
    public async Task What_an_engine_works_on_when_it_falls_silent_fails_and_says_so()
    {
        // A registry that takes connections and answers nothing, and a runtime that takes a minute to create a container.
        _registry.Start();
        var image = $"{_registry.LocalEndpoint}/team/job:1";
        var starting = Path.Combine(_folder.FullName, "starting");
        await using var engine = await PrivateEngine.StartWithSlowRuntimeAsync($"touch {starting}; sleep 60", Token);
        var steps = new StepProgress("RUN sleep 60");
        var options = new DockerEngineOptions { Host = engine.Host };
        await using var docker = await DockerEngine.ConnectAsync(options, Token);
        await new ImageStore(docker, new CredentialStore([], static _ => null)).TagAsync(TestEngine.BusyboxImage, image, Token);
        await using var builds = new LaunchDocker(options);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "Dockerfile.wandb"),
            $"FROM {TestEngine.BusyboxImage}\nRUN sleep 60\n",
            Token
        );

        Task[] work =
        [
            new ImagePuller(docker).PullAsync(image, null, null, Token),
            new ImagePusher(docker).PushAsync(image, null, Token),
            builds.BuildAsync(
                new JobImageRequest
                {
                    Source = BuildSource.Parse(_folder.FullName),
                    Flavor = BuilderFlavor.Classic,
                    Progress = steps,
                },
                Token
            ),
            new ContainerRunner(docker).RunAsync(
                Plans.Shell(":").With(static parameters => parameters.HostConfig!.Runtime = PrivateEngine.SlowRuntime),
                DiscardedOutput.Instance,
                null,
                Token
            ),
        ];
        using var pull = await _registry.AcceptSocketAsync(Token).AsTask().WaitAsync(Hang, Token);
        using var push = await _registry.AcceptSocketAsync(Token).AsTask().WaitAsync(Hang, Token);
        await steps.Seen.WaitAsync(Hang, Token);
        await WaitForFileAsync(starting);
        Assert.All(work, static task => Assert.False(task.IsCompleted));

        await engine.FreezeAsync();
        try
        {
            foreach (var task in work)
            {
                var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() => task.WaitAsync(Hang, Token));
                Assert.Contains("the engine has not answered for", error.Message, StringComparison.Ordinal);
                Assert.Contains(engine.Host, error.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            await engine.ThawAsync();
        }
    }

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task WaitForFileAsync(string path)
    {
        using var deadline = new CancellationTokenSource(Hang);
        while (!File.Exists(path))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
        }
    }

    private sealed class StepProgress(string step) : IProgress<ImageBuildProgress>
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public void Report(ImageBuildProgress value)
        {
            if (value.Text.Contains(step, StringComparison.Ordinal))
            {
                _seen.TrySetResult();
            }
        }
    }
}
