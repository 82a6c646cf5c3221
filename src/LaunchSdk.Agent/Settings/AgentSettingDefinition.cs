namespace LaunchSdk.Agent.Settings;

/// <summary>
/// What a setting of the agent is: the one description that the command line, the environment, launch-config.yaml, <c>launch agent
/// --print-config</c> and the documentation share.
/// </summary>
public abstract class AgentSettingDefinition
{
    private protected AgentSettingDefinition() { }

    /// <summary>The key: that of launch-config.yaml, or a word of its own where that file has no key for it.</summary>
    public required string Key { get; init; }

    /// <summary>What it is for, as a phrase without a full stop.</summary>
    public required string Help { get; init; }

    /// <summary>How its option is written on a command line; with one value unless set.</summary>
    public SettingArity Arity { get; init; } = SettingArity.Value;

    /// <summary>Its option with the dashes, such as <c>--max-jobs</c>; empty where there is none.</summary>
    public string Flag { get; init; } = "";

    /// <summary>Other names of the option, such as <c>-j</c>; none unless set.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What its value is called in the help, such as <c>JOBS</c>; empty where the option has no value.</summary>
    public string ValueName { get; init; } = "";

    /// <summary>Whether its value is a path, which a command line gives relative to its working directory. False unless set.</summary>
    public bool IsPath { get; init; }

    /// <summary>Makes paths inside a value whole, for a value that is more than a path; null for one without.</summary>
    internal Func<string, string, string>? WholePaths { get; init; }

    /// <summary>Its environment variable; null where there is none.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether launch-config.yaml has its key.</summary>
    public abstract bool IsInFile { get; }

    /// <summary>Its default as a person reads it; empty where it has none.</summary>
    public abstract string DefaultText { get; }

    /// <summary>A value of a command line with whole paths.</summary>
    /// <param name="value">The value.</param>
    /// <param name="folder">The working directory.</param>
    /// <returns>The value, which means the same in any directory.</returns>
    public string Locate(string value, string folder)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsPath ? Path.GetFullPath(value, folder) : WholePaths?.Invoke(value, folder) ?? value;
    }

    /// <summary>Finds its value.</summary>
    /// <param name="sources">Who may have set it.</param>
    /// <param name="values">The values so far.</param>
    /// <returns>The values with this one, and what is printed of it.</returns>
    internal abstract FoundSetting Find(SettingSources sources, SettingValues values);
}
