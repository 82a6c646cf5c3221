using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Images;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Running;

/// <summary>Makes an agent's services over a real engine.</summary>
internal static class AgentComposition
{
    /// <summary>Checks the options, and makes the services.</summary>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static AgentServices Create(
        LaunchAgentOptions options,
        IRunQueueLeases backend,
        LaunchDocker docker,
        ILogger logger,
        TimeProvider time
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(docker);
        if (!LaunchAgentOptions.IsJobLimit(options.MaxJobs))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"MaxJobs is {options.MaxJobs}, with which no job would ever be taken: set 1 or more, or NoLimit"
                ),
                nameof(options)
            );
        }

        if (!LaunchAgentOptions.IsLogSize(options.JobLogSize))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"JobLogSize is {options.JobLogSize}, which is too small for a log: set 65536 or more, or 0 for no limit"
                ),
                nameof(options)
            );
        }

        if (!LimitNames.TryRead(options.LiftableLimits, out _, out var error))
        {
            throw new ArgumentException($"LiftableLimits: {error}", nameof(options));
        }

        return new AgentServices(
            options,
            backend,
            new EngineContainerHost(docker, options.JobLogSize),
            new JobImages(new PulledImages(docker), new BuiltImages(docker)),
            logger,
            time
        );
    }
}
