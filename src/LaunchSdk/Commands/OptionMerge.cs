using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Merges a job's override into a queue's options.</summary>
internal static class OptionMerge
{
    /// <summary>
    /// An option of the override replaces the queue's, whichever of its names either uses, and keeps its place; a list replaces a list;
    /// null takes the option away; new options follow in the override's order.
    /// </summary>
    public static OptionSettings Merge(OptionSettings queue, OptionSettings? job)
    {
        // Settings that belong to a configuration never change, so a command may share them.
        if (job is null && !HasNulls(queue))
        {
            return queue;
        }

        var merged = WithoutNulls(queue);
        if (job is null)
        {
            return merged;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in job)
        {
            if (setting.IsNull)
            {
                merged.Remove(setting.Option);
            }
            else if (seen.Add(setting.Option.Name))
            {
                merged.Replace(setting);
            }
            else
            {
                merged.Append(setting);
            }
        }

        return merged;
    }

    private static bool HasNulls(OptionSettings settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (settings[i].IsNull)
            {
                return true;
            }
        }

        return false;
    }

    private static OptionSettings WithoutNulls(OptionSettings settings)
    {
        var result = new OptionSettings(settings.Count);
        foreach (var setting in settings)
        {
            if (!setting.IsNull)
            {
                result.Append(setting);
            }
        }

        return result;
    }
}
