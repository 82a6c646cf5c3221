using LaunchSdk.Docker.Tests.Reliability;

namespace LaunchSdk.Cli.Tests.Silence;

/// <summary>A dockerd of these tests' own, which they stop with SIGSTOP; none where none can be started and they are skipped.</summary>
public sealed class SilentEngine : IAsyncLifetime
{
    internal PrivateEngine Engine { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (PrivateEngine.CanStart)
        {
            Engine = await PrivateEngine.StartAsync(liveRestore: false, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
        }
    }
}
