using LaunchSdk;
using LaunchSdk.Agent;
using LaunchSdk.Agent.Hosting;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Submitting;
using LaunchSdk.Docker;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers an agent.</summary>
public static class LaunchAgentServiceCollectionExtensions
{
    /// <summary>
    /// Runs an agent for as long as the host lives. Adds <see cref="LaunchAgent"/> (its status), <see cref="LaunchQueueClient"/> (to submit
    /// jobs), <see cref="IRunQueueBackend"/>
    /// and <see cref="LaunchDocker"/>, each once for the whole program; one of them that was added before is used.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets queues, backend and options.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddLaunchAgent(this IServiceCollection services, Action<LaunchAgentHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new LaunchAgentHostOptions();
        configure(options);
        var agent = options.Agent(new LaunchAgentOptions { Queues = [.. options.Queues.Select(NameOf)] });
        services.TryAddSingleton(TimeProvider.System);
        services.AddLaunchDocker(options.Engine);
        services.TryAddSingleton(options.Backend);
        services.TryAddSingleton(provider => new LaunchQueueClient(
            provider.GetRequiredService<IRunQueueBackend>(),
            provider.GetRequiredService<TimeProvider>()
        )
        {
            LogFolder = agent.JobLogFolder,
        });
        services.TryAddSingleton(provider => new LaunchAgent(
            agent,
            provider.GetRequiredService<IRunQueueBackend>(),
            provider.GetRequiredService<LaunchDocker>(),
            provider.GetService<ILogger<LaunchAgent>>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IHostedService>(provider => new LaunchAgentService(
            options,
            provider.GetRequiredService<LaunchAgent>(),
            provider.GetRequiredService<LaunchQueueClient>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILogger<LaunchAgentService>>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }

    private static string NameOf(DockerQueue queue) =>
        queue.Name
        ?? throw new ArgumentException(
            "a queue has no name: give it one with DockerQueue.Create, or the key queue in its file",
            nameof(queue)
        );
}
