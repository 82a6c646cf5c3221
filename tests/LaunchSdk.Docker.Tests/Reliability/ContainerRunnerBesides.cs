using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>Acts on a container from the side, while the handle under test cannot reach its engine.</summary>
internal sealed class ContainerRunnerBesides(DockerEngine engine)
{
    private readonly ContainerRequests _requests = new(engine);

    /// <summary>Sends a signal and returns when the container does not run any more.</summary>
    public async Task KillAsync(string id, string signal, CancellationToken cancellationToken)
    {
        await _requests.KillAsync(id, signal, cancellationToken);
        while ((await _requests.InspectAsync(id, cancellationToken)).Container is { State.Running: true })
        {
            await Task.Yield();
        }
    }
}
