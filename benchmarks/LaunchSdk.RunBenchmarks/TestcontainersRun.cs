using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Images;
using LaunchSdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.RunBenchmarks;

/// <summary>The same run with Testcontainers, which removes the container itself.</summary>
internal static class TestcontainersRun
{
    /// <summary>To the exit code.</summary>
    /// <returns>Removes the container; part of what is measured for the removal only.</returns>
    public static async Task<IAsyncDisposable> RunToExitAsync()
    {
        var container = new ContainerBuilder(TestEngine.BusyboxImage)
            .WithImagePullPolicy(PullPolicy.Never)
            .WithCommand("sh", "-c", ":")
            .WithCleanUp(true)
            .WithLogger(NullLogger.Instance)
            .Build();
        await container.StartAsync();
        await container.GetExitCodeAsync();
        return container;
    }

    /// <summary>
    /// Its first look at the engine. It asks for API 1.44 unless told, and its reaper is an image that would have to be pulled; docker
    /// itself must not see the variables.
    /// </summary>
    public static async Task PrepareAsync()
    {
        Environment.SetEnvironmentVariable("DOCKER_API_VERSION", "1.41");
        Environment.SetEnvironmentVariable("TESTCONTAINERS_RYUK_DISABLED", "true");
        await using (await RunToExitAsync())
        {
            Environment.SetEnvironmentVariable("DOCKER_API_VERSION", null);
        }
    }
}
