using LaunchSdk.Commands;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A job's options merged into its queue's, with the queue's limits held.</summary>
/// <param name="Run">The resolved layers.</param>
/// <param name="Refusals">The limits that the job asks to lift, each as a sentence with the way out.</param>
/// <param name="Kept">The limits that the job left out, which hold nevertheless.</param>
internal sealed record HeldMerge(LayeredRun Run, IReadOnlyList<string> Refusals, IReadOnlyList<string> Kept)
{
    /// <summary>Merges.</summary>
    /// <param name="request">The queue and the job.</param>
    /// <param name="liftable">The options whose limits a job may lift, by their long names.</param>
    public static HeldMerge Create(DockerRunRequest request, IReadOnlyCollection<string> liftable)
    {
        var run = LayeredRun.Resolve(request);
        if (request.Override is not { } job)
        {
            return new HeldMerge(run, [], []);
        }

        var queue = LayeredRun.Resolve(request with { Override = null }).Settings;
        var lifted = QueueCeilings.Find(queue, run.Settings, liftable);
        if (lifted.Count == 0)
        {
            return new HeldMerge(run, [], []);
        }

        var held = LayeredRun.Resolve(request with { Override = QueueCeilings.PutBack(job, queue, lifted) });
        var refused = QueueCeilings.Find(queue, held.Settings, liftable);
        var kept = lifted.Where(limit => !refused.Any(other => other.Rule == limit.Rule));
        return new HeldMerge(
            held,
            [.. refused.Select(limit => Refuse(limit, queue, job.Settings)).Distinct(StringComparer.Ordinal)],
            [.. kept.Select(limit => Keep(limit, queue)).Distinct(StringComparer.Ordinal)]
        );
    }

    private static string Refuse(LiftedLimit limit, OptionSettings queue, OptionSettings job)
    {
        var (own, asked) = (Describe(limit, queue), Describe(limit, job));
        var wayOut = TemplateText.IsTemplate(own)
            ? "Set the queue's template variable"
            : "Ask for no more than the queue has, or ask the operator to change the queue or to let jobs lift its limit "
                + $"(--lift-limits {limit.Rule.Options[0].Name})";
        return own.Length == 0
            ? $"the job may not set '{asked}': the queue limits other devices only, and another name might mean one of them. {wayOut}"
            : $"the job may not lift the queue's limit '{own}' with '{asked}': the agent keeps the limits of its queues. {wayOut}";
    }

    private static string Keep(LiftedLimit limit, OptionSettings queue) =>
        $"the queue's limit '{Describe(limit, queue)}' stays: a job cannot take it away";

    private static string Describe(LiftedLimit limit, OptionSettings settings)
    {
        var parts = settings
            .Where(setting => limit.Rule.Options.Contains(setting.Option))
            .SelectMany(setting => Values(limit, setting).Select(value => $"{setting.Name}: {value}"));
        return string.Join(", ", parts.Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Values(LiftedLimit limit, OptionSetting setting) =>
        setting.IsNull ? ["null"]
        : setting.Flag is { } flag ? [flag ? "true" : "false"]
        : setting.Texts.Where(text => limit.Rule is not EachRule || limit.Rule.KeyOf(text) == limit.Key);
}
