using LaunchSdk.Problems;
using LaunchSdk.Settings;

namespace LaunchSdk.Validation.Advice;

/// <summary>Takes what the rules of advice find: in a file at the setting's node, in C# where the code sets the option.</summary>
internal interface IAdviceTarget
{
    /// <summary>Adds a broken rule.</summary>
    /// <param name="violation">The rule, the value and the way out.</param>
    /// <param name="setting">The setting to change.</param>
    /// <param name="index">Which of its values; null for the setting as a whole.</param>
    /// <param name="edit">A change of the file that fixes it.</param>
    /// <param name="meant">The value to write instead, in a file or in code.</param>
    void Add(Violation violation, OptionSetting setting, int? index = null, ConfigEdit? edit = null, string? meant = null);
}
