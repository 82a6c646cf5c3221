using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Hosting;

public sealed class WorkerSampleTests
{
    [EngineFact]
    public async Task The_sample_runs_a_job_of_its_own_queue()
    {
        await TestEngine.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("launch-worker-").FullName;
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        await using var worker = HostProcess.Start(
            "dotnet",
            Repository.Combine("artifacts", "bin", "Worker", configuration, "Worker.dll"),
            TestEngine.BusyboxImage,
            folder
        );

        await worker.WaitForLineAsync("the agent worker has ended 1 job");

        Assert.Equal(
            ["submitted: Queued", "hello from a container", "Finished: exit code 0", "the agent worker has ended 1 job"],
            worker.Lines
        );
        Directory.Delete(folder, recursive: true);
    }
}
