using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Options;

namespace LaunchSdk.Agent.Images;

/// <summary>The images of jobs that name one: pulled as the option <c>pull</c> says.</summary>
internal sealed class PulledImages(LaunchDocker docker)
{
    public async Task<JobImage> PrepareAsync(AcknowledgedJob acknowledged, string image, CancellationToken cancellationToken)
    {
        var policy = acknowledged.Run.Settings.FindText(DockerOptions.Pull);
        var engine = await docker.GetEngineAsync(cancellationToken).ConfigureAwait(false);
        var credentials = new CredentialStore([], engine.Transport.Environment);
        if (
            policy == "always"
            || (
                policy is null or "missing"
                && await new ImageStore(engine, credentials).FindAsync(image, cancellationToken).ConfigureAwait(false) is null
            )
        )
        {
            try
            {
                await new ImagePuller(engine, credentials)
                    .PullAsync(image, acknowledged.Run.Settings.FindText(DockerOptions.Platform), null, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (ImagePullException e)
            {
                throw new JobFailedException(RunStage.Agent, e.Message, e);
            }
        }

        return new JobImage(image);
    }
}
