using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Hosting;

/// <summary>Runs the agent for as long as the host lives.</summary>
internal sealed partial class LaunchAgentService(
    LaunchAgentHostOptions options,
    LaunchAgent agent,
    LaunchQueueClient client,
    IHostApplicationLifetime lifetime,
    ILogger<LaunchAgentService> logger,
    TimeProvider timeProvider
) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        var ending = options.WhenStopped switch
        {
            HostStop.Drain => agent.DrainAsync(),
            HostStop.CancelJobs => agent.CancelAsync(),
            _ => Task.CompletedTask,
        };
        await ending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.EnsureQueues && options.Queues.Count > 0)
        {
            await EnsureQueuesAsync(stoppingToken).ConfigureAwait(false);
        }

        await agent.RunAsync(stoppingToken).ConfigureAwait(false);

        // It ends by itself when it works once only, or when the program drained or cancelled it: then the host has nothing to do.
        if (!stoppingToken.IsCancellationRequested)
        {
            lifetime.StopApplication();
        }
    }

    private async Task EnsureQueuesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                foreach (var queue in await client.EnsureQueuesAsync(options.Queues, cancellationToken).ConfigureAwait(false))
                {
                    Ensured(PrintableLogger.Over(logger), queue.Queue.Name, queue.Change);
                }

                return;
            }
            catch (RunQueueUnavailableException failure)
            {
                // The agent itself waits for a backend that is gone, so its start does too.
                Unavailable(PrintableLogger.Over(logger), failure.Message);
                await Task.Delay(RetryPause, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(101, LogLevel.Information, "Queue {Queue}: {Change}")]
    private static partial void Ensured(ILogger logger, string queue, QueueChange change);

    [LoggerMessage(102, LogLevel.Warning, "The queues cannot be looked after yet: {Reason}")]
    private static partial void Unavailable(ILogger logger, string reason);
}
