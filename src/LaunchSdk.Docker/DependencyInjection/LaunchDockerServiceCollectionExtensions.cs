using LaunchSdk.Docker;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers LaunchSdk.</summary>
public static class LaunchDockerServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="LaunchDocker"/> for the whole program. It connects with its first use, and logs through the program's own logging
    /// where there is any.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How to reach the engine; null to find it as the docker command does.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddLaunchDocker(this IServiceCollection services, DockerEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new LaunchDocker(
            options,
            (ILogger<LaunchDocker>?)provider.GetService(typeof(ILogger<LaunchDocker>))
        ));
        return services;
    }
}
