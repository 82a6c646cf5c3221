using System.Globalization;
using System.Net;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Containers;

/// <summary>The steps from a plan to a started container, and the way back when one of them fails.</summary>
internal sealed class ContainerLauncher(DockerEngine engine, IProgress<ImagePullProgress>? pullProgress, ILogger logger)
{
    private readonly ContainerRequests _requests = new(engine);
    private readonly ContainerCleanUp _cleanUp = new(engine, logger);

    /// <summary>Called with the id of the container that the engine has created; null for nothing.</summary>
    public Action<string>? Created { get; init; }

    public async Task<RunningContainer> LaunchAsync(
        ContainerRunPlan plan,
        IContainerOutput? receiver,
        Stream? input,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (
            ExecLimits.Refuse([.. plan.Request.Entrypoint ?? [], .. plan.Request.Cmd ?? []], plan.Request.Env ?? []) is
            { Count: > 0 } reasons
        )
        {
            throw new ContainerCreateException(plan.Image, string.Join("; ", reasons));
        }

        var runId = plan.RunId ?? Guid.NewGuid().ToString("n");
        var masker = plan.HidesSecrets ? SecretMasker.Create([.. plan.Secrets, .. RequestSecrets.Find(plan.Request)]) : SecretMasker.None;
        try
        {
            return await LaunchAsync(plan, runId, masker, receiver, input, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerEngineException e)
        {
            logger.StartFailed(runId, plan.Image, masker.Mask(e.Message));
            throw;
        }
    }

    private async Task<RunningContainer> LaunchAsync(
        ContainerRunPlan plan,
        string runId,
        SecretMasker masker,
        IContainerOutput? receiver,
        Stream? input,
        CancellationToken cancellationToken
    )
    {
        using var cidFile = CidFile.Create(plan.CidFile);
        using var grace = new GracePeriod(engine.TimeProvider, cancellationToken);
        // Most engines answer this while they create the container.
        var events = engine.Events.OpenAsync(grace.Token).AsTask();
        var created = await CreateWithImageAsync(plan, runId, masker, grace.Token, cancellationToken).ConfigureAwait(false);
        var watch = new ContainerWatch(engine, created.Id, plan.AutoRemove, plan.ReconnectTime);
        var broadcast = receiver is null ? new OutputBroadcast() : null;
        var output = new RunOutput(receiver ?? broadcast!, masker, new OutputTail(plan.LastLines));
        AttachSession? attach = null;
        var isSent = false;
        try
        {
            logger.Created(ContainerRequests.Short(created.Id), plan.Image, runId);
            Created?.Invoke(created.Id);
            cidFile?.Write(created.Id);
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.Streams is { Any: true } streams)
            {
                attach = await AttachSession.OpenAsync(engine, created.Id, streams, output, input).ConfigureAwait(false);
            }

            await PrepareExitAsync(await events.ConfigureAwait(false), watch, cancellationToken).ConfigureAwait(false);

            cancellationToken.ThrowIfCancellationRequested();
            isSent = true;
            try
            {
                await StartAsync(created.Id, plan, masker, grace.Token).ConfigureAwait(false);
            }
            catch (DockerEngineException e) when (e.IsOutage && HasBegun(watch, output))
            {
                // The engine was lost between the start and its answer. What became of the container is found out as after any outage.
                logger.StartAnswerLost(ContainerRequests.Short(created.Id), e.Message);
            }

            cidFile?.Keep();
        }
        catch (Exception e)
        {
            if (attach is not null)
            {
                await attach.DisposeAsync().ConfigureAwait(false);
            }

            // A start whose answer was lost may have worked: who can find the container again decides what becomes of it.
            if (!plan.LeavesUncertain || !isSent || e is ContainerStartException or OperationCanceledException)
            {
                await _cleanUp.RemoveAsync(created.Id, runId, watch).ConfigureAwait(false);
            }

            watch.Dispose();
            output.Complete(e);
            throw;
        }

        logger.Started(ContainerRequests.Short(created.Id), plan.Image, runId);
        foreach (var warning in created.Warnings ?? [])
        {
            logger.EngineWarning(ContainerRequests.Short(created.Id), warning);
        }

        return new RunningContainer(
            new RunParts
            {
                Engine = engine,
                Id = created.Id,
                RunId = runId,
                Tty = plan.Tty,
                Watch = watch,
                Output = output,
                Logger = logger,
                Attach = attach,
                Broadcast = broadcast,
                Warnings = [.. created.Warnings ?? []],
                StopTimeout = plan.StopTimeout,
                Disposal = plan.Disposal,
                StartedAt = engine.TimeProvider.GetUtcNow(),
            }
        );
    }

    private static bool HasBegun(ContainerWatch watch, RunOutput output) =>
        watch.StartedAt is not null || watch.Exited.IsCompletedSuccessfully || output.StdoutBytes > 0 || output.StderrBytes > 0;

    // Before the start: a container with automatic removal takes its exit code with it.
    private async Task PrepareExitAsync(bool hasEvents, ContainerWatch watch, CancellationToken cancellationToken)
    {
        // "not-running" would answer at once for a container that has not started.
        var condition = watch.AutoRemove ? "removed" : "next-exit";
        if (!hasEvents)
        {
            await new ContainerRecovery(engine, watch).WaitAsync(condition, cancellationToken).ConfigureAwait(false);
        }
        else if (!await engine.Events.ProveAsync(cancellationToken).ConfigureAwait(false))
        {
            await new ContainerRecovery(engine, watch).TryWaitAsync(condition, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CreateAnswer> CreateWithImageAsync(
        ContainerRunPlan plan,
        string runId,
        SecretMasker masker,
        CancellationToken grace,
        CancellationToken cancellationToken
    )
    {
        if (plan.PullPolicy == PullPolicy.Always)
        {
            await PullAsync(plan, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await CreateAsync(plan, runId, masker, grace).ConfigureAwait(false);
        }
        catch (ContainerCreateException e)
            when (e.Status == HttpStatusCode.NotFound && plan.PullPolicy == PullPolicy.Missing && !cancellationToken.IsCancellationRequested
            )
        {
            await PullAsync(plan, cancellationToken).ConfigureAwait(false);
            return await CreateAsync(plan, runId, masker, grace).ConfigureAwait(false);
        }
    }

    private async Task PullAsync(ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        logger.Pulling(plan.Image);
        using var step = TimedStep.Start("launchsdk.pull", LaunchTelemetry.PullDuration);
        try
        {
            await new ImagePuller(engine)
                .PullAsync(plan.Image, plan.Platform, plan.Quiet ? null : pullProgress, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            step.Fail(e);
            throw;
        }
    }

    private async Task<CreateAnswer> CreateAsync(
        ContainerRunPlan plan,
        string runId,
        SecretMasker masker,
        CancellationToken cancellationToken
    )
    {
        using var step = TimedStep.Start("launchsdk.create", LaunchTelemetry.CreateDuration);
        try
        {
            return await SendCreateAsync(plan, runId, masker, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            step.Fail(e);
            // The engine may have made the container all the same, and nobody would know its id.
            if (e is not ContainerCreateException { Status: { } status } || status >= HttpStatusCode.InternalServerError)
            {
                await _cleanUp.RemoveByRunAsync(plan.Labelled ? runId : null).ConfigureAwait(false);
            }

            throw;
        }
    }

    private async Task<CreateAnswer> SendCreateAsync(
        ContainerRunPlan plan,
        string runId,
        SecretMasker masker,
        CancellationToken cancellationToken
    )
    {
        var path = engine.Path("/containers/create" + plan.Request.ToQueryText());
        using var response = await engine
            .Transport.SendJsonAsync(path, plan.Request.ToBody(plan.Labelled ? LabelsOf(runId) : []), cancellationToken)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var answer = await engine.Transport.Answers.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
            var reason = masker.Mask(answer.Message);
            var fault = EngineFault.Find($"creating a container from {plan.Image}", response.StatusCode, answer with { Message = reason });
            var advice =
                response.StatusCode == HttpStatusCode.Conflict && plan.Name is { } name
                    ? await NameConflict.AdviseAsync(engine, name, reason).ConfigureAwait(false)
                    : CreateAdvice(plan, response.StatusCode);
            throw new ContainerCreateException(plan.Image, reason, advice, fault) { Status = response.StatusCode };
        }

        try
        {
            return await engine
                .Transport.Answers.ReadAsync(
                    response,
                    $"creating a container from '{plan.Image}'",
                    EngineJson.Default.CreateAnswer,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DockerEngineException e) when (e.Kind == EngineErrorKind.BadAnswer && !masker.IsEmpty)
        {
            // What came may be what was sent.
            throw new DockerEngineException(e.Request, masker.Mask(e.EngineMessage), e.Advice) { Kind = e.Kind };
        }
    }

    private IEnumerable<KeyValuePair<string, string>> LabelsOf(string runId) =>
        [
            new(LaunchLabels.Managed, "true"),
            new(LaunchLabels.Run, runId),
            new(LaunchLabels.Owner, ContainerOwner.Current.ToString()),
            new(LaunchLabels.Created, engine.TimeProvider.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
        ];

    private static string? CreateAdvice(ContainerRunPlan plan, HttpStatusCode status) =>
        status == HttpStatusCode.NotFound && plan.PullPolicy == PullPolicy.Never
            ? "The pull policy is never: give the engine the image beforehand, or use missing or always"
            : null;

    private async Task StartAsync(string id, ContainerRunPlan plan, SecretMasker masker, CancellationToken cancellationToken)
    {
        using var step = TimedStep.Start("launchsdk.start", LaunchTelemetry.StartDuration);
        try
        {
            await _requests.StartAsync(id, plan.Image, cancellationToken).ConfigureAwait(false);
        }
        catch (ContainerStartException e) when (!masker.IsEmpty)
        {
            step.Fail(e);
            throw new ContainerStartException(plan.Image, masker.Mask(e.EngineMessage), e.Advice) { Status = e.Status, Kind = e.Kind };
        }
        catch (Exception e)
        {
            step.Fail(e);
            throw;
        }
    }
}
