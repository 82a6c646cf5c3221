using LaunchSdk.Agent.Submitting;
using Microsoft.Extensions.Hosting;

namespace Worker;

/// <summary>Submits one job and waits for it. Another program with the same queues would do it with the same lines.</summary>
internal sealed class SubmittingService(LaunchQueueClient queues, JobToSubmit work, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await queues.EnsureQueuesAsync(LaunchQueues.All, stoppingToken);
        var job = await queues.SubmitAsync(LaunchQueues.Small.Name!, CreateJob(work.Image), stoppingToken);
        Console.WriteLine($"submitted: {job.State}");

        using var output = Console.OpenStandardOutput();
        var outcome = await job.FollowAsync(output, cancellationToken: stoppingToken);
        Console.WriteLine($"{outcome.State}: exit code {outcome.ExitCode}");
        work.ExitCode = outcome.ExitCode;
        lifetime.StopApplication();
    }

    private static LaunchJob CreateJob(string image) => new()
    {
        Docker = new JobImageSource { DockerImage = image },
        Name = "hello",
        Priority = JobPriority.High,
        TemplateVariables = new Dictionary<string, LaunchSdk.Configuration.ConfigValue> { ["memory"] = "128m" },
        Overrides = new JobOverrides { EntryPoint = ["sh", "-c"], Args = ["echo hello from a container"] },
    };
}
