using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Merges the layers of a run.</summary>
internal static class OptionMerge
{
    /// <summary>
    /// An option of a later layer replaces that of an earlier one, whichever of its names either uses, and keeps its place; a list replaces
    /// a list; null takes the option away; new options follow in their layer's order.
    /// </summary>
    /// <param name="layers">The layers, the first one at the bottom.</param>
    /// <returns>The settings, each as its layer has it.</returns>
    public static OptionSettings Merge(IReadOnlyList<OptionLayer> layers)
    {
        // Settings that belong to a configuration never change, so a command may share them.
        var merged = WithoutNulls(layers[0].Options.Settings);
        for (var i = 1; i < layers.Count; i++)
        {
            merged = Merge(merged, layers[i].Options.Settings);
        }

        return merged;
    }

    private static OptionSettings Merge(OptionSettings below, OptionSettings above)
    {
        var merged = new OptionSettings(below);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in above)
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
        if (!HasNulls(settings))
        {
            return settings;
        }

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
