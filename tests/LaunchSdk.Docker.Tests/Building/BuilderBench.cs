using System.Text.Json.Nodes;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>A builder on the real engine, what it reports, and images that are gone afterwards.</summary>
internal sealed class BuilderBench : IAsyncDisposable
{
    private readonly List<string> _tags = [];
    private readonly List<ImageBuildProgress> _messages = [];

    private BuilderBench(TestEngine plain, DockerEngine engine)
    {
        Plain = plain;
        Engine = engine;
    }

    public TestEngine Plain { get; }

    public DockerEngine Engine { get; }

    public Action<ImageBuildProgress>? OnReport { get; set; }

    public IReadOnlyList<ImageBuildProgress> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BuilderBench> CreateAsync(Func<string, string?>? environment = null)
    {
        var plain = await TestEngine.RequireAsync();
        var options = new DockerEngineOptions { Host = plain.Host, Environment = environment ?? Environment.GetEnvironmentVariable };
        return new BuilderBench(plain, await DockerEngine.ConnectAsync(options, Token));
    }

    public string NewTag()
    {
        var tag = $"launchsdk-test/build:{Guid.NewGuid():n}";
        _tags.Add(tag);
        return tag;
    }

    public BuildOrder Order(string dockerfile, params (string Name, string Text)[] files) =>
        new()
        {
            Source = "./job",
            WriteContextAsync = TarContext.Of([("Dockerfile", dockerfile), .. files]),
            Dockerfile = "Dockerfile",
            Tags = [NewTag()],
            Credentials = new CredentialStore([], Engine.Transport.Environment),
            Report = Report,
        };

    /// <summary>The last end of a step that begins with a word.</summary>
    public ImageBuildProgress Ends(string instruction) =>
        Messages.Last(message =>
            message.Phase == ImageBuildPhase.StepDone && message.Text.StartsWith(instruction, StringComparison.Ordinal)
        );

    public Task<JsonNode?> InspectAsync(string image) => Plain.GetAsync($"images/{image}/json", Token);

    /// <summary>Waits for a container's removal; at once where it is gone.</summary>
    public async Task WaitUntilGoneAsync(string container)
    {
        using var response = await Engine.Transport.SendAsync(
            HttpMethod.Post,
            Engine.Path($"/containers/{container}/wait?condition=removed"),
            Token
        );
        await response.Content.ReadAsStringAsync(Token);
    }

    public async Task<BuildKitCommand> RequireBuildKitAsync() =>
        await BuildKitCommand.FindAsync(Environment.GetEnvironmentVariable, Token)
        ?? throw new InvalidOperationException("This machine has no docker command with BuildKit.");

    public async ValueTask DisposeAsync()
    {
        foreach (var tag in _tags)
        {
            try
            {
                await Engine.Client.Images.DeleteImageAsync(tag, new() { Force = true, NoPrune = true }, CancellationToken.None);
            }
            catch (global::Docker.DotNet.DockerApiException)
            {
                // It was not built.
            }
        }

        await Engine.DisposeAsync();
    }

    private void Report(ImageBuildProgress message)
    {
        lock (_messages)
        {
            _messages.Add(message);
        }

        OnReport?.Invoke(message);
    }
}
