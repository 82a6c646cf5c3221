using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;

namespace LaunchSdk.Validation;

/// <summary>Collects the rules that settings break together; costs nothing while there are none, which is nearly always.</summary>
internal struct BrokenRules(OptionSettings settings)
{
    private List<(ProblemRule Rule, OptionSetting Setting, MessageText Message)>? _items;

    /// <summary>What was found, each at the setting to change.</summary>
    public readonly IReadOnlyList<(ProblemRule Rule, OptionSetting Setting, MessageText Message)> Items =>
        (IReadOnlyList<(ProblemRule Rule, OptionSetting Setting, MessageText Message)>?)_items ?? [];

    /// <summary>Adds a conflict at the setting of an option, where it is set.</summary>
    public void AddConflict(DockerOption option, MessageText message)
    {
        if (settings.Find(option) is { } setting)
        {
            Add(ProblemRules.Conflict, setting, message);
        }
    }

    /// <summary>Adds a broken rule.</summary>
    public void Add(ProblemRule rule, OptionSetting setting, MessageText message) => (_items ??= []).Add((rule, setting, message));
}
