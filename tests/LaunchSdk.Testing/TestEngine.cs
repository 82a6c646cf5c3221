using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace LaunchSdk.Testing;

/// <summary>
/// The real Docker Engine of a test run, with the images that the tests use. Speaks plain HTTP, so that what a test asks does not go
/// through the code under test.
/// </summary>
public sealed class TestEngine
{
    public const string SkipReason =
        "No Docker Engine answers (DOCKER_HOST, the docker context, the default socket): run ./build.sh test, which starts one where it can.";

    /// <summary>An image of a static busybox and its links, made on this machine.</summary>
    public const string BusyboxImage = "launchsdk-test/busybox:latest";

    private static readonly Lazy<TestEngine?> Found = new(Find);
    private static readonly Lazy<Task> Images = new(() => Found.Value!.EnsureBusyboxAsync());

    private readonly HttpClient _client;

    private TestEngine(string host, HttpClient client)
    {
        Host = host;
        _client = client;
    }

    /// <summary>Whether this is a CI machine, which has all that tests need: nothing is skipped there.</summary>
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Whether tests that need an engine run: where one answers, and in CI also where none does, to fail there.</summary>
    public static bool MustRun => IsContinuousIntegration || Found.Value is not null;

    public static IReadOnlyCollection<KeyValuePair<string, string>> Traits { get; } = [new("Engine", "real")];

    /// <summary>The engine's address as DOCKER_HOST has it.</summary>
    public string Host { get; }

    /// <summary>The engine, with <see cref="BusyboxImage"/> in it.</summary>
    public static async Task<TestEngine> RequireAsync()
    {
        var engine = Found.Value ?? throw new InvalidOperationException(SkipReason);
        await Images.Value;
        return engine;
    }

    /// <summary>An engine at another address, with <see cref="BusyboxImage"/> in it.</summary>
    public static async Task<TestEngine> AtAsync(string host)
    {
        var engine = new TestEngine(host, EngineAddress.CreateClient(host));
        await engine.EnsureBusyboxAsync();
        return engine;
    }

    /// <summary>GET of a path such as <c>containers/json?all=1</c>; null when the engine answers 404.</summary>
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The ids of all containers, stopped ones too, that carry a label.</summary>
    public async Task<IReadOnlyList<string>> ContainersWithLabelAsync(string label, CancellationToken cancellationToken)
    {
        var filters = Uri.EscapeDataString(new JsonObject { ["label"] = new JsonArray(label) }.ToJsonString());
        var containers = await GetAsync($"containers/json?all=1&filters={filters}", cancellationToken);
        return [.. containers!.AsArray().Select(container => (string)container!["Id"]!)];
    }

    /// <summary>The engine's version, such as 28.5.</summary>
    public async Task<Version> GetVersionAsync(CancellationToken cancellationToken)
    {
        var words = ((string)(await GetAsync("version", cancellationToken))!["Version"]!).Split('.');
        return new Version(int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the engine keeps its images in containerd, as Docker 29 does where nothing else is said.</summary>
    public async Task<bool> HasContainerdStoreAsync(CancellationToken cancellationToken) =>
        (await GetAsync("info", cancellationToken))!["DriverStatus"]!
            .ToJsonString()
            .Contains("io.containerd.snapshotter.v1", StringComparison.Ordinal);

    /// <summary>An image as <c>docker save</c> writes it.</summary>
    public Task<byte[]> SaveImageAsync(string image, CancellationToken cancellationToken) =>
        _client.GetByteArrayAsync(new Uri($"images/{image}/get", UriKind.Relative), cancellationToken);

    /// <summary><c>docker load</c> of an archive; the engine's messages.</summary>
    public async Task<string> LoadImageAsync(byte[] archive, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        using var response = await _client.PostAsync(new Uri("images/load", UriKind.Relative), content, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Removes a container with its process; nothing happens when it is gone.</summary>
    public async Task RemoveAsync(string container, CancellationToken cancellationToken)
    {
        using var response = await _client.DeleteAsync(new Uri($"containers/{container}?force=1&v=1", UriKind.Relative), cancellationToken);
    }

    /// <summary>Removes an image; nothing happens when it is gone.</summary>
    public async Task RemoveImageAsync(string image, CancellationToken cancellationToken)
    {
        // Its layers stay: a build beside it may be using them, and the engine would take them away under it.
        using var response = await _client.DeleteAsync(new Uri($"images/{image}?force=1&noprune=1", UriKind.Relative), cancellationToken);
    }

    private static TestEngine? Find()
    {
        try
        {
            var host = EngineAddress.Find();
            var client = EngineAddress.CreateClient(host);
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var request = new HttpRequestMessage(HttpMethod.Get, "_ping");
            using var response = client.Send(request, deadline.Token);
            return response.IsSuccessStatusCode ? new TestEngine(host, client) : null;
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or OperationCanceledException
                        or IOException
                        or NotSupportedException
                        or UriFormatException
                        or InvalidOperationException
            )
        {
            return null;
        }
    }

    private async Task EnsureBusyboxAsync()
    {
        if (await GetAsync($"images/{BusyboxImage}/json", CancellationToken.None) is not null)
        {
            return;
        }

        using var content = new ByteArrayContent(BusyboxArchive.Create());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        var changes = Uri.EscapeDataString("CMD [\"sh\"]");
        using var response = await _client.PostAsync(
            new Uri($"images/create?fromSrc=-&repo=launchsdk-test%2Fbusybox&tag=latest&changes={changes}", UriKind.Relative),
            content
        );
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || answer.Contains("errorDetail", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The engine did not import {BusyboxImage}: {answer}");
        }
    }
}
