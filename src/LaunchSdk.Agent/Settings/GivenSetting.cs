namespace LaunchSdk.Agent.Settings;

/// <summary>The texts that a source gives a setting.</summary>
/// <param name="Texts">The texts; one for a setting of one value.</param>
/// <param name="Origin">The kind of the source.</param>
/// <param name="Source">The option, the variable or the file.</param>
internal sealed record GivenSetting(IReadOnlyList<string> Texts, SettingOrigin Origin, string Source)
{
    /// <summary>The sentence about texts that cannot be used.</summary>
    /// <param name="key">The setting's key.</param>
    /// <param name="rule">What is wrong with them, or what to write.</param>
    /// <returns>The sentence, which names the source.</returns>
    public string Refuse(string key, string rule)
    {
        var text = string.Join(", ", Texts);
        return Origin switch
        {
            SettingOrigin.Environment => $"the environment variable {Source} is '{text}': {rule}",
            SettingOrigin.File => $"{key} of {Source} is {text}: {rule}",
            _ => $"{Source} is {text}: {rule}",
        };
    }
}
