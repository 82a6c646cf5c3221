using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Recovery;
using LaunchSdk.Docker.Tests.Reliability;
using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Devices;

/// <summary>
/// What a real engine is asked for when jobs share GPUs, on a machine without one: dockerd takes requests for nvidia devices once it finds
/// the program
/// <c>nvidia-container-runtime-hook</c>, and a stand-in for it that does nothing is put in its PATH. The container's variable
/// NVIDIA_VISIBLE_DEVICES is the engine's word for its devices.
/// </summary>
[Trait("Category", "Slow")]
public sealed class GpuEngineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Skip = PrivateEngine.SkipReason, SkipUnless = nameof(PrivateEngine.CanStart), SkipType = typeof(PrivateEngine))]
    public async Task Each_job_that_asks_for_one_GPU_gets_one_that_no_other_has()
    {
        var programs = Directory.CreateTempSubdirectory("lsdk-hook").FullName;
        var standIn = Path.Combine(programs, "nvidia-container-runtime-hook");
        await File.WriteAllTextAsync(standIn, "#!/bin/sh\n# A stand-in: it gives the container no device.\nexit 0\n", Token);
        HostProcess.MakeExecutable(standIn);
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", $"{programs}:{path}");
        try
        {
            await using var engine = await PrivateEngine.StartAsync(liveRestore: false, Token);
            await using var agents = new EngineAgent(engine.Host);
            await agents.CreateQueueAsync("rm: true\ngpus: 1");
            // Each job ends when the other one has written its device: they run at the same time.
            var first = await agents.PushAsync("echo $NVIDIA_VISIBLE_DEVICES > /out/first; until [ -s /out/second ]; do sleep 0.05; done");
            var second = await agents.PushAsync("echo $NVIDIA_VISIBLE_DEVICES > /out/second; until [ -s /out/first ]; do sleep 0.05; done");

            await agents.RunOnceAsync(agents.Options with { GpuDevices = ["0", "1"], MaxJobs = 2 });

            Assert.Equal(
                (RunQueueItemState.Finished, RunQueueItemState.Finished),
                ((await agents.ItemAsync(first)).State, (await agents.ItemAsync(second)).State)
            );
            string[] devices =
            [
                await File.ReadAllTextAsync(Path.Combine(agents.Out, "first"), Token),
                await File.ReadAllTextAsync(Path.Combine(agents.Out, "second"), Token),
            ];
            Assert.Equal(["0\n", "1\n"], devices.Order(StringComparer.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
            Directory.Delete(programs, recursive: true);
        }
    }
}
