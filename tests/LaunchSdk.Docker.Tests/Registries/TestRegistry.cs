using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LaunchSdk.Docker.Tests.Connection;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Registries;

/// <summary>A real registry on a loopback port that wants a password, with an image in it.</summary>
internal sealed class TestRegistry : IAsyncDisposable
{
    public const string SkipReason =
        "This machine has no docker-registry, htpasswd or docker command (Debian, Ubuntu: apt-get install docker-registry apache2-utils docker.io).";
    public const string User = "launch";
    public const string Password = "s3cret-of-the-registry";

    private readonly string _folder;
    private readonly HostProcess _process;
    private bool _isStopped;

    private TestRegistry(string folder, int port, HostProcess process)
    {
        _folder = folder;
        _process = process;
        Name = $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";
    }

    public static bool CanRun => HostProcess.MustRun("docker-registry", "htpasswd");

    /// <summary>HOST:PORT, as image names begin.</summary>
    public string Name { get; }

    /// <summary>An image that only the user may pull.</summary>
    public string Image => $"{Name}/private/job:1";

    /// <summary>Docker's configuration folder of the client.</summary>
    public string ConfigFolder => _folder;

    public static async Task<TestRegistry> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lsdk-registry-").FullName;
        var port = HostProcess.FreePort();
        await HostProcess.RunAsync("htpasswd", "-Bbc", Path.Combine(folder, "htpasswd"), User, Password);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "registry.yml"),
            $"""
            version: 0.1
            storage:
              filesystem:
                rootdirectory: {folder}/data
            http:
              addr: 127.0.0.1:{port}
            auth:
              htpasswd:
                realm: tests
                path: {folder}/htpasswd

            """
        );
        var process = HostProcess.Start("docker-registry", "serve", Path.Combine(folder, "registry.yml"));
        await process.WaitForLineAsync("listening on");
        return new TestRegistry(folder, port, process);
    }

    /// <summary>Pushes the test image, and takes it away from the engine.</summary>
    public async Task PushAsync(DockerEngine docker, CancellationToken cancellationToken)
    {
        var (repository, tag) = LaunchSdk.Docker.Images.ImagePuller.Split(Image);
        await docker.Client.Images.TagImageAsync(
            TestEngine.BusyboxImage,
            new() { RepositoryName = repository, Tag = tag },
            cancellationToken
        );
        var auth = new global::Docker.DotNet.Models.AuthConfig
        {
            Username = User,
            Password = Password,
            ServerAddress = Name,
        };
        await docker.Client.Images.PushImageAsync(
            repository,
            new() { Tag = tag },
            auth,
            new Progress<global::Docker.DotNet.Models.JSONMessage>(),
            cancellationToken
        );
        await RemoveImageAsync(docker);
    }

    public async Task RemoveImageAsync(DockerEngine docker)
    {
        try
        {
            await docker.Client.Images.DeleteImageAsync(Image, new() { Force = true, NoPrune = true }, CancellationToken.None);
        }
        catch (global::Docker.DotNet.DockerImageNotFoundException)
        {
            // It was not pulled.
        }
    }

    /// <summary>Writes docker's config.json.</summary>
    public Task ConfigureAsync(string json) => File.WriteAllTextAsync(Path.Combine(_folder, "config.json"), json);

    /// <summary>Writes docker's config.json with a password for this registry.</summary>
    public Task ConfigurePasswordAsync(string password) =>
        ConfigureAsync($"{{\"auths\":{{\"{Name}\":{{\"auth\":\"{Basic(password)}\"}}}}}}");

    /// <summary>The architectures of an image of several platforms, as the registry has them.</summary>
    public async Task<string[]> ArchitecturesAsync(string image, CancellationToken cancellationToken)
    {
        var (repository, tag) = LaunchSdk.Docker.Images.ImagePuller.Split(image);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Name}/v2/{repository[(Name.Length + 1)..]}/manifests/{tag}");
        request.Headers.Authorization = new("Basic", Basic(Password));
        request.Headers.Accept.ParseAdd("application/vnd.oci.image.index.v1+json");
        request.Headers.Accept.ParseAdd("application/vnd.docker.distribution.manifest.list.v2+json");
        using var response = await client.SendAsync(request, cancellationToken);
        var index = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        return [.. index["manifests"]!.AsArray().Select(static manifest => (string)manifest!["platform"]!["architecture"]!).Order()];
    }

    /// <summary>Puts a real credential helper on the client's PATH: a shell script that tells what it was given.</summary>
    public async Task AddHelperAsync(string name, string script)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, $"docker-credential-{name}");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{script}\n");
        HostProcess.MakeExecutable(path);
    }

    /// <summary>The client's variables.</summary>
    public string? Environ(string name) =>
        name switch
        {
            "DOCKER_CONFIG" => _folder,
            "PATH" => $"{_folder}/bin:{Environment.GetEnvironmentVariable("PATH")}",
            _ => null,
        };

    /// <summary>Ends the registry; its folder stays.</summary>
    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _process.DisposeAsync();
        }
    }

    private static string Basic(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}"));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
