using LaunchSdk.Commands;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;
using LaunchSdk.Docker.Translation;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker;

/// <summary>
/// Runs docker commands on one Docker Engine, from a program: <c>await docker.RunAsync(command)</c>. Connects with the first use, and again
/// with the next one
/// where that failed. Safe to use from many threads; dispose it after the last run.
/// </summary>
public sealed class LaunchDocker : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly DockerEngineOptions _options;
    private readonly ILogger _logger;
    private DockerEngine? _engine;

    /// <summary>Names an engine; nothing is connected to yet.</summary>
    /// <param name="options">How to reach it; null to find it as the docker command does.</param>
    /// <param name="logger">Gets the messages of runs; null for none.</param>
    public LaunchDocker(DockerEngineOptions? options = null, ILogger<LaunchDocker>? logger = null)
    {
        _options = options ?? new DockerEngineOptions();
        _logger = PrintableLogger.Over(logger);
    }

    /// <summary>Connects to an engine.</summary>
    /// <param name="options">How to reach it; null to find it as the docker command does: DOCKER_HOST, the context in use, the default
    /// socket.</param>
    /// <param name="logger">Gets the messages of runs; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The client, connected.</returns>
    /// <exception cref="DockerEngineUnavailableException">No engine answered.</exception>
    public static async Task<LaunchDocker> ConnectAsync(
        DockerEngineOptions? options = null,
        ILogger<LaunchDocker>? logger = null,
        CancellationToken cancellationToken = default
    )
    {
        var docker = new LaunchDocker(options, logger);
        await docker.GetEngineAsync(cancellationToken).ConfigureAwait(false);
        return docker;
    }

    /// <summary>The engine, connected.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine; the same one at each call.</returns>
    /// <exception cref="DockerEngineUnavailableException">No engine answered.</exception>
    public async Task<DockerEngine> GetEngineAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _engine) is { } engine)
        {
            return engine;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _engine ??= await DockerEngine.ConnectAsync(_options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks the engine for <c>/_ping</c>, within <see cref="DockerEngineOptions.ConnectTimeout"/>.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the engine has answered.</returns>
    /// <exception cref="DockerEngineUnavailableException">No engine answered.</exception>
    public async Task CheckReachableAsync(CancellationToken cancellationToken = default)
    {
        var engine = await GetEngineAsync(cancellationToken).ConfigureAwait(false);
        await EnginePing.SendAsync(engine.Transport, _options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The containers that LaunchSdk made on the engine, also in other processes and before this one.</summary>
    /// <param name="cancellationToken">Gives up connecting.</param>
    /// <returns>The catalog.</returns>
    public async Task<ContainerCatalog> GetCatalogAsync(CancellationToken cancellationToken = default) =>
        new(await GetEngineAsync(cancellationToken).ConfigureAwait(false), _logger);

    /// <summary>
    /// Runs a container to its end, or to its start where the command is detached. Cancellation stops it (stop signal, stop timeout, kill),
    /// verifies that, and
    /// returns: at most the stop timeout and 40 s later. One that was not started yet is removed.
    /// </summary>
    /// <param name="command">What to run.</param>
    /// <param name="options">Output, input and more; null for the defaults, with which the output is kept only as
    /// <see cref="ContainerResult.LastLines"/>.</param>
    /// <param name="cancellationToken">Stops the container.</param>
    /// <returns>How the container ended; for a detached one, that it was started.</returns>
    /// <exception cref="Configuration.ConfigException">The command cannot be translated for this engine.</exception>
    /// <exception cref="DockerEngineException">The engine refused or was lost; <see cref="DockerEngineException.ExitCode"/> is what
    /// <c>docker run</c> exits with.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled and the container is stopped.</exception>
    public async Task<ContainerResult> RunAsync(
        DockerRunCommand command,
        LaunchRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new LaunchRunOptions();
        var engine = await GetEngineAsync(cancellationToken).ConfigureAwait(false);
        var runner = new ContainerRunner(engine, options.PullProgress, _logger);
        return await runner
            .RunAsync(
                CreatePlan(command, engine, options),
                options.Output ?? DiscardedOutput.Instance,
                options.Input,
                options.Until,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Makes the image of a job's source: builds it where neither the engine nor the destination's registry has it, and pushes it where
    /// that is asked for.
    /// Cancellation stops the build on the engine.
    /// </summary>
    /// <param name="request">The source, and how it becomes an image.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <returns>The image.</returns>
    /// <exception cref="Sources.BuildInputException">The source cannot be built as it stands.</exception>
    /// <exception cref="ImageBuildException">A step failed, or the build was refused.</exception>
    /// <exception cref="DockerEngineException">The engine refused or was lost, or a registry refused.</exception>
    public async Task<BuiltImage> BuildAsync(JobImageRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var engine = await GetEngineAsync(cancellationToken).ConfigureAwait(false);
        return await new JobImageBuilder(engine, request).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts a container and returns while it runs.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="options">Output, input and more; without an output there it is read through
    /// <see cref="RunningContainer.Output"/>.</param>
    /// <param name="cancellationToken">Gives up the start; what was created is removed.</param>
    /// <returns>The handle of the running container.</returns>
    /// <exception cref="Configuration.ConfigException">The command cannot be translated for this engine.</exception>
    /// <exception cref="DockerEngineException">The engine refused or was lost.</exception>
    public async Task<RunningContainer> StartAsync(
        DockerRunCommand command,
        LaunchRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new LaunchRunOptions();
        var engine = await GetEngineAsync(cancellationToken).ConfigureAwait(false);
        var plan = CreatePlan(command, engine, options);
        return await new ContainerRunner(engine, options.PullProgress, _logger)
            .StartCoreAsync(plan, options.Output, options.Input, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Closes the connections. Containers are left as they are.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_engine is { } engine)
        {
            await engine.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }

    private static ContainerRunPlan CreatePlan(DockerRunCommand command, DockerEngine engine, LaunchRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(command);
        var client = (options.Client ?? ClientContext.Current) with { EngineAddress = engine.Host };
        var request = CreateRequestTranslator.Translate(command, engine.Target, client, options.Customize).GetValueOrThrow();
        var plan = ContainerRunPlan.Create(command, request);
        return plan with
        {
            PullPolicy = options.HasImage && plan.PullPolicy == PullPolicy.Always ? PullPolicy.Missing : plan.PullPolicy,
            RunId = options.RunId,
            Secrets = options.Secrets,
            Disposal = options.Disposal,
            LastLines = options.LastLines,
            ReconnectTime = options.ReconnectTime,
            LeavesUncertain = options.LeavesUncertain,
        };
    }
}
