using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Testing;

namespace LaunchSdk.RunBenchmarks;

/// <summary>What the benchmarks run: the busybox image, with rm, on the engine's own network unless said otherwise.</summary>
internal static class Plans
{
    public static ContainerRunPlan Shell(string script, string? network = null) =>
        new(
            new ContainerRequest
            {
                Image = TestEngine.BusyboxImage,
                Cmd = ["sh", "-c", script],
                AttachStdout = true,
                AttachStderr = true,
                HostConfig = new HostConfig { AutoRemove = true, NetworkMode = network ?? "default" },
            }
        )
        {
            PullPolicy = PullPolicy.Never,
        };

    public static string Docker(string script, string network = "default") =>
        $"docker run --rm --pull never --network {network} {TestEngine.BusyboxImage} sh -c '{script}'";
}
