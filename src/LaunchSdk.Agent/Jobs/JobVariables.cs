using LaunchSdk.Agent.Wandb;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// The variables that a job's container gets in addition to its queue's: the operator's, and those that W&amp;B's client reads.
/// </summary>
internal static class JobVariables
{
    public static IReadOnlyList<WandbVariable> Create(AgentJob job, string? image)
    {
        var options = job.Agent.Options;
        var run = new WandbRun(job.RunId, job.Spec)
        {
            BaseUrl = options.Wandb?.BaseUrl,
            ApiKey = options.Wandb?.ApiKey,
            Entity = options.Wandb?.Entity,
            Image = image,
            Queue = job.Lease.Item.Queue,
            QueueEntity = options.Wandb?.Entity,
            ItemId = job.ItemId,
            IsResumed = job.Lease.Item.Attempt > 1,
        };
        var own = options
            .JobEnvironment.Select(static variable => new WandbVariable(variable.Key, variable.Value)
            {
                IsSecret = SecretNames.LooksSecret(variable.Key),
            })
            .ToArray();
        var names = own.Select(static variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. WandbRunEnvironment.Create(run).Where(variable => !names.Contains(variable.Name))];
    }

    /// <summary>What is hidden in a job's output: the operator's secrets, and the values of its secret variables.</summary>
    public static IReadOnlyList<string> SecretsOf(AgentJob job) =>
        [
            .. job.Agent.Options.Secrets,
            .. Create(job, image: null).Where(static variable => variable.IsSecret).Select(static variable => variable.Value),
        ];
}
