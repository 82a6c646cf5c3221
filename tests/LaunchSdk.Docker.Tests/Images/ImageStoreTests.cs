using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Images;

/// <summary>What a real engine has: the classic image store or containerd's.</summary>
public sealed class ImageStoreTests : EngineTests
{
    [EngineFact]
    public async Task An_imported_image_is_found_by_name_and_by_id()
    {
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = Engine.Host }, Token);
        var store = new ImageStore(docker, new CredentialStore([], static _ => null));

        var named = await store.FindAsync(TestEngine.BusyboxImage, Token);

        Assert.Matches("^sha256:[0-9a-f]{64}$", named!.Id);
        Assert.Equal(named.Id, (await store.FindAsync(named.Id, Token))!.Id);
        Assert.All(named.Digests, digest => Assert.Matches("^sha256:[0-9a-f]{64}$", digest));
        Assert.Null(await store.FindAsync("launchsdk-test/none:1", Token));
    }

    [EngineFact]
    public async Task A_saved_image_that_is_loaded_again_runs_under_the_same_id()
    {
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = Engine.Host }, Token);
        var store = new ImageStore(docker, new CredentialStore([], static _ => null));
        var name = $"launchsdk-test/loaded:{Guid.NewGuid():n}";
        await store.TagAsync(TestEngine.BusyboxImage, name, Token);
        var before = await store.FindAsync(name, Token);
        var archive = await Engine.SaveImageAsync(name, Token);
        await Engine.RemoveImageAsync(name, Token);
        Assert.Null(await store.FindAsync(name, Token));

        var answer = await Engine.LoadImageAsync(archive, Token);

        Assert.Contains(name, answer, StringComparison.Ordinal);
        Assert.Equal(before!.Id, (await store.FindAsync(name, Token))!.Id);
        var result = await RunAsync(Plans.Shell("echo loaded; exit 5").With(parameters => parameters.Image = name));
        Assert.Equal((5, "loaded\n"), (result.ExitCode, Output.Stdout));
        await Engine.RemoveImageAsync(name, Token);
    }
}
