using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;

namespace LaunchSdk.Validation;

/// <summary>Collects the rules that settings break together; costs nothing while there are none, which is nearly always.</summary>
internal struct BrokenRules(OptionSettings settings)
{
    private List<(Violation Violation, OptionSetting Setting)>? _items;

    /// <summary>What was found, each at the setting to change.</summary>
    public readonly IReadOnlyList<(Violation Violation, OptionSetting Setting)> Items =>
        (IReadOnlyList<(Violation Violation, OptionSetting Setting)>?)_items ?? [];

    /// <summary>Adds a broken rule at the setting of an option, where it is set.</summary>
    public void Add(Violation violation, DockerOption option)
    {
        if (settings.Find(option) is { } setting)
        {
            Add(violation, setting);
        }
    }

    /// <summary>Adds a broken rule.</summary>
    public void Add(Violation violation, OptionSetting setting) => (_items ??= []).Add((violation, setting));
}
