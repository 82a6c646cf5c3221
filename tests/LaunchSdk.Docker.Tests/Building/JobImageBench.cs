using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>A job's source in a folder of its own, built on an engine; its images are gone afterwards.</summary>
internal sealed class JobImageBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-job-").FullName;
    private readonly HashSet<string> _images = [];

    private JobImageBench(LaunchDocker docker, DockerEngine engine)
    {
        Docker = docker;
        Engine = engine;
    }

    public LaunchDocker Docker { get; }

    public DockerEngine Engine { get; }

    public List<ImageBuildProgress> Messages { get; } = [];

    public string Folder => _folder;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<JobImageBench> CreateAsync(string? host = null, Func<string, string?>? environment = null)
    {
        var options = new DockerEngineOptions
        {
            Host = host ?? (await TestEngine.RequireAsync()).Host,
            Environment = environment ?? Environment.GetEnvironmentVariable,
        };
        var docker = await LaunchDocker.ConnectAsync(options, cancellationToken: Token);
        var engine = await docker.GetEngineAsync(Token);
        await StandIn.MakePythonAsync(engine, Token, StandIn.Python);
        return new JobImageBench(docker, engine)
            .With("train.py", "print('hi')\n")
            .With("requirements.txt", $"numpy\n# {Guid.NewGuid():n}\n");
    }

    public JobImageBench With(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return this;
    }

    /// <summary>A request for the folder, on the stand-in, with the classic builder.</summary>
    public JobImageRequest Request() =>
        new()
        {
            Source = BuildSource.Parse(_folder),
            Options = new JobImageOptions { EntryPoint = ["python", "train.py"], BaseImage = ImageReference.Parse(StandIn.Python) },
            Flavor = BuilderFlavor.Classic,
            Progress = new Collector(Messages),
        };

    public async Task<BuiltImage> BuildAsync(JobImageRequest request)
    {
        var image = await Docker.BuildAsync(request, Token);
        _images.Add(image.Reference.Text);
        return image;
    }

    public Task<ImageBuildException> FailAsync(JobImageRequest request) =>
        Assert.ThrowsAsync<ImageBuildException>(() => Docker.BuildAsync(request, Token));

    public async Task RemoveAsync(string image)
    {
        try
        {
            await Engine.Client.Images.DeleteImageAsync(image, new() { Force = true, NoPrune = true }, CancellationToken.None);
        }
        catch (global::Docker.DotNet.DockerApiException)
        {
            // It is not there.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var image in _images.Where(static image => image != StandIn.Python))
        {
            await RemoveAsync(image);
        }

        await Docker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Collector(List<ImageBuildProgress> messages) : IProgress<ImageBuildProgress>
    {
        public void Report(ImageBuildProgress value)
        {
            lock (messages)
            {
                messages.Add(value);
            }
        }
    }
}
