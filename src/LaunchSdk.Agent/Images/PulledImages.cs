using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Running;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Images;
using LaunchSdk.Options;

namespace LaunchSdk.Agent.Images;

/// <summary>The images of jobs that name one: pulled as the option <c>pull</c> says.</summary>
internal sealed class PulledImages(LaunchDocker docker)
{
    public async Task<JobImage> PrepareAsync(JobContext job, string image, CancellationToken cancellationToken)
    {
        var policy = job.Command.Options.FindText(DockerOptions.Pull);
        var engine = await docker.GetEngineAsync(cancellationToken).ConfigureAwait(false);
        if (policy == "always" || (policy is null or "missing" && !await HasAsync(engine, image, cancellationToken).ConfigureAwait(false)))
        {
            try
            {
                await new ImagePuller(engine).PullAsync(image, job.Command.Options.FindText(DockerOptions.Platform), null, cancellationToken).ConfigureAwait(false);
            }
            catch (ImagePullException e)
            {
                throw new JobFailedException(RunStage.Agent, e.Message, e);
            }
        }

        return new JobImage(image);
    }

    private static async Task<bool> HasAsync(DockerEngine engine, string image, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await engine.Transport.SendAsync(HttpMethod.Get, engine.Path($"/images/{image}/json"), cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException e)
        {
            throw new DockerEngineUnavailableException(engine.Host, e.Message, "Look whether the engine runs", e);
        }
    }
}
