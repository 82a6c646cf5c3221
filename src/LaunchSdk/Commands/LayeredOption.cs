using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>One option of a run, with the layer that set it.</summary>
/// <param name="Setting">The option as docker gets it: templates are filled in.</param>
/// <param name="Origin">The option as the layer has it.</param>
/// <param name="Layer">The layer that set it.</param>
/// <param name="Replaced">The setting of an earlier layer that this one replaced; null where there was none.</param>
public sealed record LayeredOption(OptionSetting Setting, OptionSetting Origin, OptionLayer Layer, OptionSetting? Replaced);
