using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Commands;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Agent.Phases;

/// <summary>
/// Checks a job against the operator's policy, and merges it with its queue. Everything that is wrong is reported at once.
/// </summary>
internal static class CheckJob
{
    public static CheckedJob Run(TakenJob taken)
    {
        var job = taken.Job;
        var refusals = Refusals(job).ToArray();
        if (refusals.Length > 0)
        {
            throw new JobFailedException(RunStage.Agent, string.Join('\n', refusals));
        }

        var valid = Merge(job);
        if (
            ExecLimits.Refuse(
                [.. job.Spec.Overrides?.EntryPoint ?? [], .. valid.Run.Request.Command],
                valid.Run.Settings.AllTexts(DockerOptions.Env)
            ) is
            { Count: > 0 } reasons
        )
        {
            throw new JobFailedException(RunStage.Agent, string.Join('\n', reasons));
        }

        return valid;
    }

    private static CheckedJob Merge(AgentJob job)
    {
        var image = job.Spec.Docker?.DockerImage;
        var merged = HeldMerge.Create(
            new DockerRunRequest
            {
                Queue = job.Lease.Queue with { Config = WithoutClientOptions(job.Lease.Queue.Config) },
                Override = job.Spec.ResourceArgs?.LocalContainer is { } own ? WithoutClientOptions(own) : null,
                Image = image,
                Command = [.. job.Spec.Overrides?.Args?.Select(static argument => argument.Text) ?? []],
                Variables = (job.Spec.TemplateVariables ?? new Dictionary<string, Configuration.ConfigValue>()).ToDictionary(
                    static pair => pair.Key,
                    static pair => pair.Value.Text,
                    StringComparer.Ordinal
                ),
                Macros = FindMacros(job),
                AllowedEnvironment = job.Agent.Options.AllowedEnvironment,
            },
            job.Agent.LiftableLimits
        );
        var problems = image is null ? merged.Run.Problems : merged.Run.On(image).Problems;
        string[] errors = [.. merged.Refusals, .. Errors(problems)];
        return errors.Length == 0
            ? new CheckedJob(job, merged.Run, merged.Kept)
            : throw new JobFailedException(RunStage.Agent, string.Join('\n', errors));
    }

    /// <summary>The messages of errors.</summary>
    public static IEnumerable<string> Errors(IEnumerable<Problem> problems) =>
        problems.Where(static problem => problem.Severity == ProblemSeverity.Error).Select(static problem => problem.Message);

    private static IEnumerable<string> Refusals(AgentJob job)
    {
        var (options, overrides) = (job.Agent.Options, job.Spec.Overrides);
        foreach (var refusal in options.OverridePolicy.Refuse(job.Spec.ResourceArgs?.LocalContainer))
        {
            yield return refusal;
        }

        // An entry without a value takes the agent's, which would hand its environment to every submitter.
        foreach (var name in PassedOn(job).Where(name => !options.AllowedEnvironment.Contains(name)))
        {
            yield return $"the job may not pass the agent's variable '{name}' on: it is not among those that the operator allows. "
                + $"Write env: {name}=VALUE";
        }

        if (options.SecureMode && overrides?.EntryPoint is not null)
        {
            yield return "the job may not override the entry point: the agent is in secure mode (secure_mode). "
                + "Leave overrides.entry_point out, or ask the operator";
        }

        if (options.SecureMode && overrides?.Dockerfile is not null)
        {
            yield return "the job may not bring a Dockerfile of its own: the agent is in secure mode (secure_mode). "
                + "Leave overrides.dockerfile out, or ask the operator";
        }

        if (job.Agent.Images.Refuse(job) is { } reason)
        {
            yield return reason;
        }
    }

    private static IEnumerable<string> PassedOn(AgentJob job) =>
        job.Agent.Options.OverridePolicy == OverridePolicy.Open
            ? []
            : job.Spec.ResourceArgs?.LocalContainer?.Settings.AllTexts(DockerOptions.Env)
                .Where(static text => !text.Contains('=', StringComparison.Ordinal))
                ?? [];

    // What docker's own process would act on: the agent follows its jobs itself, and has no terminal to give.
    private static DockerQueueConfig WithoutClientOptions(DockerQueueConfig config) =>
        config with
        {
            Detach = null,
            CidFile = null,
            Interactive = null,
            Attach = null,
        };

    private static Dictionary<string, string> FindMacros(AgentJob job)
    {
        var macros = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Macros.RunId] = job.RunId,
            [Macros.RunName] = job.Spec.Name ?? job.RunId,
        };
        foreach (
            var (name, value) in new[]
            {
                (Macros.ProjectName, job.Spec.Project),
                (Macros.EntityName, job.Spec.Entity),
                (Macros.Author, job.Spec.Author),
            }
        )
        {
            if (value is not null)
            {
                macros[name] = value;
            }
        }

        return macros;
    }
}
