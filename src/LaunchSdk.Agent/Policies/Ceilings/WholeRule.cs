using LaunchSdk.Options;
using LaunchSdk.Settings;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A limit that is one number, set or text.</summary>
/// <param name="read">What the settings say; null for nothing.</param>
/// <param name="options">The options that set it.</param>
internal sealed class WholeRule(Func<OptionSettings, Limit?> read, params DockerOption[] options) : CeilingRule(options)
{
    /// <summary>The limit of an option of one value.</summary>
    public static WholeRule Of(DockerOption option, Func<string, Limit> read) =>
        new(settings => settings.FindText(option) is { } text ? read(text) : null, option);

    public override IEnumerable<(string Key, Limit Limit)> Read(OptionSettings settings) =>
        read(settings) is { } limit ? [("", limit)] : [];
}
