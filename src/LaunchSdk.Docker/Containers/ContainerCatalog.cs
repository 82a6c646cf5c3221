using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Finds LaunchSdk's containers again, also those of a process that has died, and never touches one without its label
/// (<see cref="LaunchLabels.Managed"/>).
/// </summary>
/// <param name="engine">The engine to look on.</param>
/// <param name="logger">Gets the messages; null for none.</param>
public sealed class ContainerCatalog(DockerEngine engine, ILogger? logger = null)
{
    private const int ShortestPrefix = 3;

    // The engine deletes the container's files meanwhile.
    private static readonly TimeSpan RemovalTime = TimeSpan.FromMinutes(1);

    private readonly ContainerRequests _requests = new(engine);
    private readonly EndingContainers _ending = new(engine);
    private readonly ILogger _logger = PrintableLogger.Over(logger);

    /// <summary>
    /// All of LaunchSdk's containers, ended ones too, the newest first. One whose end was told is not listed as running, also where the
    /// engine is not done with it; that takes 5 s at most.
    /// </summary>
    /// <param name="cancellationToken">Breaks the request off.</param>
    /// <returns>The containers.</returns>
    public async Task<IReadOnlyList<ManagedContainer>> ListAsync(CancellationToken cancellationToken = default)
    {
        var listed = await ReadListAsync(cancellationToken).ConfigureAwait(false);
        return await _ending.HasAnyEndedAsync(listed, cancellationToken).ConfigureAwait(false)
            ? await ReadListAsync(cancellationToken).ConfigureAwait(false)
            : listed;
    }

    /// <summary>One of LaunchSdk's containers; null where none fits.</summary>
    /// <param name="container">Its name, its run id, or its id or the beginning of it (3 digits at least).</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    /// <returns>The container, or null.</returns>
    /// <exception cref="ContainerNotFoundException">Several containers' ids begin like that.</exception>
    public async Task<ManagedContainer?> FindAsync(string container, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(container);
        var found = Choose(await ReadListAsync(cancellationToken).ConfigureAwait(false), container);
        return found is not null && await _ending.HasAnyEndedAsync([found], cancellationToken).ConfigureAwait(false)
            ? Choose(await ReadListAsync(cancellationToken).ConfigureAwait(false), found.Id)
            : found;
    }

    /// <summary>One of LaunchSdk's containers.</summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    /// <returns>The container, never null.</returns>
    /// <exception cref="ContainerNotFoundException">None fits.</exception>
    public async Task<ManagedContainer> GetAsync(string container, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(container, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var foreign = (await _requests.InspectAsync(container, cancellationToken).ConfigureAwait(false)).Container;
        throw new ContainerNotFoundException(container, foreign is null ? "there is none" : "LaunchSdk did not make it");
    }

    /// <summary>
    /// Takes a container over: its output from the beginning, its exit, stop and kill. It may have ended already; then the handle tells
    /// how.
    /// </summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="options">How to follow it; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ContainerNotFoundException">None fits, or it was created and never started.</exception>
    public async Task<RunningContainer> AdoptAsync(
        string container,
        AdoptOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new AdoptOptions();
        var found = await GetAsync(container, cancellationToken).ConfigureAwait(false);
        var hasEvents = await engine.Events.OpenAsync(cancellationToken).ConfigureAwait(false);
        var seen = await InspectAsync(found.Id, cancellationToken).ConfigureAwait(false);
        var watch = new ContainerWatch(
            engine,
            found.Id,
            seen.HostConfig.AutoRemove,
            options.ReconnectTime,
            EngineTime.Parse(seen.State.StartedAt) ?? default
        );
        // Once more: it may have ended before the watch began.
        var now = await InspectAsync(found.Id, cancellationToken).ConfigureAwait(false);
        if (now.State.Status == "created")
        {
            watch.Dispose();
            throw new ContainerNotFoundException(container, "it was created and never started");
        }

        if (!now.State.Running)
        {
            watch.Exit(now.State, engine.TimeProvider.GetUtcNow());
        }
        else if (!hasEvents || !engine.Events.AreProven)
        {
            await new ContainerRecovery(engine, watch)
                .TryWaitAsync(watch.AutoRemove ? "removed" : "not-running", cancellationToken)
                .ConfigureAwait(false);
        }

        var input =
            options.Input is { } given && now is { Config.OpenStdin: true, State.Running: true }
                ? await AttachSession
                    .OpenAsync(
                        engine,
                        found.Id,
                        new AttachStreams(Stdin: true, Stdout: false, Stderr: false, now.Config.Tty, null),
                        DiscardedOutput.Instance,
                        given
                    )
                    .ConfigureAwait(false)
                : null;
        return CreateHandle(found, now, watch, options, input);
    }

    /// <summary>Reads what the engine has kept of a container's output.</summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="output">Takes it, without the secrets that the container's environment names.</param>
    /// <param name="options">Which part; null for all that is there.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="LogsNotReadableException">The log driver cannot be read.</exception>
    public async Task ReadLogsAsync(
        string container,
        IContainerOutput output,
        ContainerLogOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        var found = await GetAsync(container, cancellationToken).ConfigureAwait(false);
        var seen = await InspectAsync(found.Id, cancellationToken).ConfigureAwait(false);
        var masked = SecretMasker.Create(RequestSecrets.Find(seen.Config.Env ?? [])).Wrap(output);
        await ContainerLogs.ReadForCallerAsync(engine, found.Id, seen.Config.Tty, options, masked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends a container: stop signal, stop timeout, kill, then verifies that it does not run. One that has ended is no error. A container
    /// of the option
    /// <c>rm</c> is gone afterwards, with its name free: its removal is awaited for up to a minute.
    /// </summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="timeout">The time between stop signal and kill; null for the container's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StopAsync(string container, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(container, cancellationToken).ConfigureAwait(false);
        var seen = (await _requests.InspectAsync(found.Id, cancellationToken).ConfigureAwait(false)).Container;
        TimeSpan? own = seen?.Config.StopTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        await new ContainerStop(engine, found.Id, _logger).RunAsync(own, timeout, cancellationToken).ConfigureAwait(false);
        if (seen?.HostConfig.AutoRemove == true)
        {
            await new EndedContainer(engine, found.Id, RemovalTime).TryRemoveAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a container with its anonymous volumes; a process in it is killed.</summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    public async Task RemoveAsync(string container, CancellationToken cancellationToken = default) =>
        await _requests
            .RemoveAsync((await GetAsync(container, cancellationToken).ConfigureAwait(false)).Id, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Removes a container with its anonymous volumes, unless it runs.</summary>
    /// <param name="container">As for <see cref="FindAsync"/>.</param>
    /// <param name="cancellationToken">Breaks the request off.</param>
    /// <returns>Whether it is gone; false where it runs, is paused or is restarting, and was left as it is.</returns>
    public async Task<bool> TryRemoveAsync(string container, CancellationToken cancellationToken = default)
    {
        var found = await GetAsync(container, cancellationToken).ConfigureAwait(false);
        return await new EndedContainer(engine, found.Id).TryRemoveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a container that was created and not started, unless it is started after all.</summary>
    /// <exception cref="ContainerNotFoundException">There is none of that id, or LaunchSdk did not make it.</exception>
    internal async Task<UnstartedRemoval> TryRemoveUnstartedAsync(string container, CancellationToken cancellationToken) =>
        await new UnstartedContainer(engine, (await GetAsync(container, cancellationToken).ConfigureAwait(false)).Id)
            .TryRemoveAsync(cancellationToken)
            .ConfigureAwait(false);

    /// <summary>
    /// Removes LaunchSdk's containers that have ended, and those that were created and never started by a process that is gone or was
    /// somewhere else.
    /// </summary>
    /// <param name="options">What to remove; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between two containers.</param>
    /// <returns>What was removed.</returns>
    public async Task<IReadOnlyList<ManagedContainer>> PruneAsync(
        PruneOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new PruneOptions();
        var removed = new List<ManagedContainer>();
        var now = engine.TimeProvider.GetUtcNow();
        foreach (var container in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (
                now - container.CreatedAt >= options.MinimumAge
                && options.Only?.Invoke(container) != false
                && IsPrunable(container, options)
            )
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await TryRemoveAsync(container, cancellationToken).ConfigureAwait(false))
                {
                    removed.Add(container);
                }
            }
        }

        return removed;
    }

    private static bool IsPrunable(ManagedContainer container, PruneOptions options) =>
        container.State switch
        {
            "exited" or "dead" => true,
            "created" => container.Owner is not { } owner || owner.IsGone || owner.Machine != ContainerOwner.Current.Machine,
            _ => options.RunningOrphans && container.Owner is { IsGone: true },
        };

    private static ManagedContainer? Choose(IReadOnlyList<ManagedContainer> all, string container)
    {
        if (all.FirstOrDefault(other => other.Name == container || other.RunId == container || other.Id == container) is { } exact)
        {
            return exact;
        }

        var begun =
            container.Length >= ShortestPrefix
                ? all.Where(other => other.Id.StartsWith(container, StringComparison.Ordinal)).ToArray()
                : [];
        if (begun.Length <= 1)
        {
            return begun.FirstOrDefault();
        }

        var ids = string.Join(", ", begun.Select(static other => ContainerRequests.Short(other.Id)));
        throw new ContainerNotFoundException(container, $"{begun.Length} containers' ids begin like that: {ids}");
    }

    private async Task<IReadOnlyList<ManagedContainer>> ReadListAsync(CancellationToken cancellationToken)
    {
        var answers = await _requests.ListAsync([$"{LaunchLabels.Managed}=true"], cancellationToken).ConfigureAwait(false);
        var ours = answers.Select(ManagedContainer.From).OfType<ManagedContainer>();
        return [.. ours.OrderByDescending(static container => container.CreatedAt)];
    }

    // What has ended may have been started again meanwhile; only what is known to run, or is broken, is removed by force.
    private async Task<bool> TryRemoveAsync(ManagedContainer container, CancellationToken cancellationToken)
    {
        if (!container.IsRunning && container.State != "dead")
        {
            return await new EndedContainer(engine, container.Id).TryRemoveAsync(cancellationToken).ConfigureAwait(false);
        }

        await _requests.RemoveAsync(container.Id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<InspectAnswer> InspectAsync(string id, CancellationToken cancellationToken) =>
        (await _requests.InspectAsync(id, cancellationToken).ConfigureAwait(false)).Container
        ?? throw new ContainerNotFoundException(id, "it was removed meanwhile");

    private RunningContainer CreateHandle(
        ManagedContainer found,
        InspectAnswer seen,
        ContainerWatch watch,
        AdoptOptions options,
        AttachSession? input
    )
    {
        var broadcast = options.Output is null ? new OutputBroadcast() : null;
        var masker = SecretMasker.Create([.. options.Secrets, .. RequestSecrets.Find(seen.Config.Env ?? [])]);
        return new RunningContainer(
            new RunParts
            {
                Engine = engine,
                Id = found.Id,
                RunId = found.RunId,
                Tty = seen.Config.Tty,
                Watch = watch,
                Output = new RunOutput(options.Output ?? broadcast!, masker, new OutputTail(options.LastLines)),
                Logger = _logger,
                Input = input,
                FollowLogs = true,
                Broadcast = broadcast,
                StopTimeout = seen.Config.StopTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Disposal = options.Disposal,
                StartedAt = EngineTime.Parse(seen.State.StartedAt) ?? engine.TimeProvider.GetUtcNow(),
            }
        );
    }
}
