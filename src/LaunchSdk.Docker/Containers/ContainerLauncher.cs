using System.Net;
using System.Net.Http.Json;
using Docker.DotNet;
using Docker.DotNet.Models;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Containers;

/// <summary>The steps from a plan to a started container, and the way back when one of them fails.</summary>
internal sealed class ContainerLauncher(DockerEngine engine, IProgress<ImagePullProgress>? pullProgress)
{
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(30);

    public async Task<RunningContainer> LaunchAsync(ContainerRunPlan plan, IContainerOutput output, Stream? input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cidFile = CidFile.Create(plan.CidFile);
        using var grace = new GracePeriod(engine.TimeProvider, cancellationToken);
        var created = await CreateWithImageAsync(plan, grace.Token, cancellationToken).ConfigureAwait(false);
        AttachSession? attach = null;
        ContainerExit? exit = null;
        try
        {
            cidFile?.Write(created.Id);
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.AttachStdin || plan.AttachStdout || plan.AttachStderr)
            {
                attach = await AttachSession.OpenAsync(engine, created.Id, plan, output, input).ConfigureAwait(false);
            }

            exit = await WatchAsync(created.Id, plan, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            await StartAsync(created.Id, plan, grace.Token).ConfigureAwait(false);
            cidFile?.Keep();
            return new RunningContainer(engine, plan, created.Id, [.. created.Warnings ?? []], exit, attach);
        }
        catch
        {
            attach?.Dispose();
            await RemoveAsync(created.Id, plan, exit).ConfigureAwait(false);
            exit?.Dispose();
            throw;
        }
    }

    private async Task<CreateAnswer> CreateWithImageAsync(ContainerRunPlan plan, CancellationToken grace, CancellationToken cancellationToken)
    {
        if (plan.PullPolicy == PullPolicy.Always)
        {
            await PullAsync(plan, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await CreateAsync(plan, grace).ConfigureAwait(false);
        }
        catch (ContainerCreateException e) when (e.Status == HttpStatusCode.NotFound && plan.PullPolicy == PullPolicy.Missing && !cancellationToken.IsCancellationRequested)
        {
            await PullAsync(plan, cancellationToken).ConfigureAwait(false);
            return await CreateAsync(plan, grace).ConfigureAwait(false);
        }
    }

    private Task PullAsync(ContainerRunPlan plan, CancellationToken cancellationToken) =>
        new ImagePuller(engine).PullAsync(plan.Image, plan.Platform, plan.Quiet ? null : pullProgress, cancellationToken);

    private async Task<CreateAnswer> CreateAsync(ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var message = plan.Request.ToMessage();
            using var response = await engine.Transport.SendJsonAsync(engine.Path("/containers/create" + message.QueryText), message.Body, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                var reason = EngineMessage.FromBody(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
                throw new ContainerCreateException(plan.Image, reason, CreateAdvice(plan, response.StatusCode, reason)) { Status = response.StatusCode };
            }

            return await response.Content.ReadFromJsonAsync(EngineJson.Default.CreateAnswer, cancellationToken).ConfigureAwait(false)
                ?? throw new ContainerCreateException(plan.Image, "the engine answered without the container's id", null);
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
    }

    private static string? CreateAdvice(ContainerRunPlan plan, HttpStatusCode status, string message) => status switch
    {
        HttpStatusCode.Conflict when plan.Name is { } name => $"Choose another name than '{name}', or remove the container that has it",
        HttpStatusCode.NotFound when plan.PullPolicy == PullPolicy.Never => "The pull policy is never: give the engine the image beforehand, or use missing or always",
        _ => StartFailure.Advice(message),
    };

    private async Task<ContainerExit> WatchAsync(string id, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await ContainerExit.WatchAsync(engine, id, plan, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
    }

    private async Task StartAsync(string id, ContainerRunPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e)
        {
            throw new ContainerStartException(plan.Image, EngineMessage.Of(e), null, e) { Status = e.StatusCode };
        }
        catch (HttpRequestException e)
        {
            throw EnginePing.Explain(engine.Transport.Endpoint, e);
        }
    }

    // What failed is on its way to the caller: a clean-up that fails too must not take its place.
    private async Task RemoveAsync(string id, ContainerRunPlan plan, ContainerExit? exit)
    {
        using var deadline = new CancellationTokenSource(CleanUpTime, engine.TimeProvider);
        try
        {
            await engine.Client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, deadline.Token).ConfigureAwait(false);
        }
        catch (DockerApiException e) when (plan.AutoRemove && exit is not null && e.StatusCode == HttpStatusCode.Conflict)
        {
            // The engine removes it already; its wait says when it has.
            await exit.Code.WaitAsync(deadline.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or OperationCanceledException)
        {
            // Removed by the engine itself, or out of reach.
        }
    }
}
