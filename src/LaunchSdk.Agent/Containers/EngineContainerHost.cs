using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Requests;

namespace LaunchSdk.Agent.Containers;

/// <summary>Runs jobs' containers on a Docker Engine.</summary>
/// <param name="docker">The engine.</param>
/// <param name="logSize">How many bytes the log of a job may have; 0 for no limit.</param>
internal sealed class EngineContainerHost(LaunchDocker docker, long logSize) : IContainerHost
{
    private const string GpuCapability = "gpu";

    public Task CheckReachableAsync(CancellationToken cancellationToken) => docker.CheckReachableAsync(cancellationToken);

    public async Task<bool> IsLocalAsync(CancellationToken cancellationToken) =>
        (await docker.GetEngineAsync(cancellationToken).ConfigureAwait(false)).Transport.Endpoint.IsLocal;

    public async Task<IJobContainer> StartAsync(JobStart start, CancellationToken cancellationToken)
    {
        var log = new JobLog(start.LogFile, logSize);
        try
        {
            var options = new LaunchRunOptions
            {
                Output = log,
                Secrets = start.Secrets,
                LastLines = start.LastLines,
                HasImage = true,
                LeavesUncertain = true,
                Customize = request => Customize(request, start),
            };
            return new JobContainer(await docker.StartAsync(start.Command, options, cancellationToken).ConfigureAwait(false), log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<OrphanedContainer>> ListAsync(
        IReadOnlyCollection<string> agents,
        string backend,
        CancellationToken cancellationToken
    )
    {
        var catalog = await docker.GetCatalogAsync(cancellationToken).ConfigureAwait(false);
        var all = await catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Where(container =>
                    agents.Contains(container.Labels.GetValueOrDefault(AgentLabels.Agent, ""))
                    && container.Labels.GetValueOrDefault(AgentLabels.Backend) == backend
                    && container.Labels.ContainsKey(AgentLabels.Item)
                )
                .Select(static container => new OrphanedContainer(container.Id, container.State, container.CreatedAt, container.Labels)),
        ];
    }

    public async Task<IJobContainer> AdoptAsync(
        string id,
        string logFile,
        IReadOnlyList<string> secrets,
        int lastLines,
        CancellationToken cancellationToken
    )
    {
        var log = new JobLog(logFile, logSize);
        try
        {
            var catalog = await docker.GetCatalogAsync(cancellationToken).ConfigureAwait(false);
            return new JobContainer(
                await catalog
                    .AdoptAsync(
                        id,
                        new AdoptOptions
                        {
                            Output = log,
                            Secrets = secrets,
                            LastLines = lastLines,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                log
            );
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public async Task StopAsync(string id, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await (await docker.GetCatalogAsync(cancellationToken).ConfigureAwait(false))
                .StopAsync(id, timeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ContainerNotFoundException)
        {
            // Somebody removed it.
        }
    }

    public async Task<UnstartedRemoval> RemoveUnstartedAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await (await docker.GetCatalogAsync(cancellationToken).ConfigureAwait(false))
                .TryRemoveUnstartedAsync(id, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ContainerNotFoundException)
        {
            return new UnstartedRemoval(IsRemoved: true);
        }
    }

    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await (await docker.GetCatalogAsync(cancellationToken).ConfigureAwait(false))
                .RemoveAsync(id, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ContainerNotFoundException)
        {
            // Somebody removed it.
        }
    }

    private static void Customize(ContainerRequest request, JobStart start)
    {
        var labels = new Dictionary<string, string>(request.Labels, StringComparer.Ordinal);
        foreach (var (name, value) in start.Labels)
        {
            labels[name] = value;
        }

        request.Labels = labels;
        request.Env = JoinEnvironment(request.Env, start.Environment);
        // The exit code must outlive the engine's clean-up until the backend has it: the agent removes the container afterwards.
        request.HostConfig.AutoRemove = false;
        if (start.EntryPoint is { } entryPoint)
        {
            request.Entrypoint = [.. entryPoint];
        }

        request.WorkingDir = start.WorkingDirectory ?? request.WorkingDir;
        if (start.Gpus is { } gpus)
        {
            foreach (
                var devices in request.HostConfig.DeviceRequests?.Where(static devices =>
                    devices.Capabilities?.Any(static set => set.Contains(GpuCapability)) == true
                )
                    ?? []
            )
            {
                devices.Count = 0;
                devices.DeviceIDs = [.. gpus];
            }
        }
    }

    private static List<string> JoinEnvironment(IList<string>? own, IReadOnlyList<KeyValuePair<string, string>> added)
    {
        var joined = new List<string>(own ?? []);
        var names = joined.Select(static variable => variable.Split('=', 2)[0]).ToHashSet(StringComparer.Ordinal);
        joined.AddRange(
            added.Where(variable => !names.Contains(variable.Key)).Select(static variable => $"{variable.Key}={variable.Value}")
        );
        return joined;
    }
}
