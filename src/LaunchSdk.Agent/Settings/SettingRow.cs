namespace LaunchSdk.Agent.Settings;

/// <summary>A setting with the type of its value.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class SettingRow<T> : AgentSettingDefinition
{
    /// <summary>How its texts are read and its value is shown.</summary>
    public required SettingGrammar<T> Grammar { get; init; }

    /// <summary>Its value among all; the default before anything is set.</summary>
    public required Func<SettingValues, T?> Get { get; init; }

    /// <summary>All values with another one of it.</summary>
    public required Func<SettingValues, T, SettingValues> Set { get; init; }

    /// <summary>Its texts in a launch-config.yaml, null where that does not set it; unset where that file has no key for it.</summary>
    public Func<LaunchAgentConfig, IReadOnlyList<string>?>? File { get; init; }

    /// <summary>The default in words, where it depends on the machine; else the default itself is shown.</summary>
    public string? DefaultWords { get; init; }

    /// <summary>The default as <c>--print-config</c> has it; as the documentation has it unless set.</summary>
    public Func<SettingValues, string>? ShowDefault { get; init; }

    /// <inheritdoc/>
    public override bool IsInFile => File is not null;

    /// <inheritdoc/>
    public override string DefaultText => DefaultWords ?? Show(Get(AgentSettingTable.Defaults("")));

    /// <inheritdoc/>
    internal override FoundSetting Find(SettingSources sources, SettingValues values)
    {
        if (Given(sources) is not { } given)
        {
            var fallback = ShowDefault is null ? DefaultText : ShowDefault(values);
            return new FoundSetting(values, new AgentSetting(Key, fallback, SettingOrigin.Default, null));
        }

        var (value, error) = Grammar.Read(given.Texts, given.Origin);
        return error is null
            ? new FoundSetting(Set(values, value!), new AgentSetting(Key, Grammar.Show(value!), given.Origin, given.Source))
            : new FoundSetting(values, new AgentSetting(Key, "", given.Origin, given.Source), given.Refuse(Key, error));
    }

    private string Show(T? value) => value is null ? "" : Grammar.Show(value);

    // The first of them that has one counts.
    private GivenSetting? Given(SettingSources sources)
    {
        if (sources.CommandLine.TryGetValue(Key, out var line))
        {
            return new GivenSetting(line, SettingOrigin.CommandLine, Flag);
        }

        if (Variable is not null && sources.Environment(Variable) is { Length: > 0 } variable)
        {
            return new GivenSetting([variable], SettingOrigin.Environment, Variable);
        }

        return sources.File is { } config && File?.Invoke(config) is { } file
            ? new GivenSetting(file, SettingOrigin.File, sources.FilePath)
            : null;
    }
}
