using LaunchSdk.Settings;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>Finds the limits of a queue that a job lifts, and puts back those that the job only left out.</summary>
internal static class QueueCeilings
{
    /// <summary>The limits that the merged options lift.</summary>
    /// <param name="queue">The queue's options, without templates.</param>
    /// <param name="merged">The queue's options with the job's over them.</param>
    /// <param name="liftable">The options whose limits a job may lift, by their long names.</param>
    public static IReadOnlyList<LiftedLimit> Find(OptionSettings queue, OptionSettings merged, IReadOnlyCollection<string> liftable) =>
        [
            .. CeilingRules
                .All.Where(rule => !rule.Options.Any(option => liftable.Contains(option.Name)))
                .SelectMany(rule => Find(rule, queue, merged)),
        ];

    /// <summary>The job's options without what takes a limit away.</summary>
    public static DockerQueueConfig PutBack(DockerQueueConfig job, OptionSettings queue, IReadOnlyList<LiftedLimit> lifted)
    {
        var settings = new OptionSettings(job.Settings.Count);
        foreach (var setting in job.Settings)
        {
            var limits = lifted.Where(limit => limit.Rule.Options.Contains(setting.Option)).ToArray();
            var missing = limits.Where(static limit => limit is { IsMissing: true, Rule: EachRule });
            var own = queue.AllTexts(setting.Option).Where(text => missing.Any(limit => limit.Rule.KeyOf(text) == limit.Key)).ToArray();
            if (own.Length > 0)
            {
                settings.Append(OptionSetting.OfTexts(setting.Option, [.. setting.Texts, .. own], setting.Name));
            }
            else if (limits.Length == 0 || !(setting.IsNull || setting is { IsList: true, Texts.Count: 0 }))
            {
                settings.Append(setting);
            }
        }

        return new DockerQueueConfig(settings) { Builder = job.Builder };
    }

    private static IEnumerable<LiftedLimit> Find(CeilingRule rule, OptionSettings queue, OptionSettings merged)
    {
        // A key that is there twice counts as docker counts it: the last one does.
        var limits = new Dictionary<string, Limit>(StringComparer.Ordinal);
        foreach (var (key, limit) in rule.Read(queue).Where(entry => !rule.IsOfAmounts || entry.Limit is Amount))
        {
            limits[key] = limit;
        }

        var asked = rule.Read(merged).ToArray();
        var isClosed = rule.IsClosed && limits.Count > 0;
        var fallback = rule.FindFallback(queue);
        foreach (var (key, limit) in asked)
        {
            var own = limits.GetValueOrDefault(key) ?? fallback;
            if (own?.Allows(limit) == false || (own is null && isClosed))
            {
                yield return new LiftedLimit(rule, key, IsMissing: false);
            }
        }

        foreach (var (key, limit) in limits)
        {
            if (!rule.IsLeastWhenUnset && limit != Limit.None && !Array.Exists(asked, entry => entry.Key == key))
            {
                yield return new LiftedLimit(rule, key, IsMissing: true);
            }
        }
    }
}
