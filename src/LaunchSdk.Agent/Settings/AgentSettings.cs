using System.Globalization;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Settings;

/// <summary>
/// An agent's settings with their origins. The command line wins over the environment, that over the launch-config.yaml, that over the
/// defaults, as with W&amp;B's agent. What W&amp;B has no name for is read from variables that begin with <c>LAUNCHSDK_AGENT_</c>.
/// </summary>
public sealed class AgentSettings
{
    private readonly SettingValues _values;
    private readonly IReadOnlyList<AgentSetting> _all;

    private AgentSettings(SettingValues values, IReadOnlyList<FoundSetting> found)
    {
        _values = values;
        _all = [.. found.Select(static setting => setting.Shown)];
        Errors = [.. found.Select(static setting => setting.Error).OfType<string>()];
    }

    /// <summary>What the settings are, in the order in which they are explained.</summary>
    public static IReadOnlyList<AgentSettingDefinition> Definitions => AgentSettingTable.Rows;

    /// <summary>Every setting, in the order in which they are explained.</summary>
    public IReadOnlyList<AgentSetting> All => _all;

    /// <summary>
    /// What is wrong with the values, each with the option, the variable or the file; empty where the settings can be used.
    /// </summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>The queues' names.</summary>
    public IReadOnlyList<string> Queues => _values.Options.Queues;

    /// <summary>The team or user at W&amp;B that the queues belong to; null where none is set.</summary>
    public string? Entity => _values.Entity;

    /// <summary>The address of W&amp;B.</summary>
    public string BaseUrl => _values.BaseUrl;

    /// <summary>How much the agent logs: 0, 1 for more, 2 or above for everything.</summary>
    public int Verbosity => _values.Verbosity;

    /// <summary>The options of the agent itself; what only code sets is at its default.</summary>
    public LaunchAgentOptions Options => _values.Options;

    /// <summary>Resolves the settings.</summary>
    /// <param name="environment">Looks up a variable; null for one that is not set.</param>
    /// <param name="file">The launch-config.yaml; null for none.</param>
    /// <param name="filePath">Its path, for the origins.</param>
    /// <param name="commandLine">
    /// The values of the options that were given, by the <see cref="AgentSettingDefinition.Key"/> of their setting; null for none. A
    /// switch has the value <c>true</c>, a counted option its number.
    /// </param>
    /// <returns>The settings with their origins; a value that cannot be used is among <see cref="Errors"/>.</returns>
    /// <exception cref="ArgumentException">The command line has a key that no setting has.</exception>
    public static AgentSettings Resolve(
        Func<string, string?> environment,
        LaunchAgentConfig? file = null,
        string filePath = "launch-config.yaml",
        IReadOnlyDictionary<string, IReadOnlyList<string>>? commandLine = null
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        commandLine ??= new Dictionary<string, IReadOnlyList<string>>();
        if (commandLine.Keys.FirstOrDefault(static key => Definitions.All(row => row.Key != key)) is { } unknown)
        {
            throw new ArgumentException($"'{unknown}' is not the key of a setting.", nameof(commandLine));
        }

        var sources = new SettingSources(commandLine, environment, file, filePath);
        var values = AgentSettingTable.Defaults(DataFolder.Of(environment));
        values = values with { Options = values.Options with { Config = file } };
        var found = new List<FoundSetting>();
        foreach (var row in Definitions)
        {
            var setting = row.Find(sources, values);
            values = setting.Values;
            found.Add(setting);
        }

        return new AgentSettings(values, found);
    }

    /// <summary>One line for each setting: name, value and origin, in columns.</summary>
    /// <returns>The lines.</returns>
    public override string ToString()
    {
        var (names, texts) = (_all.Max(static setting => setting.Name.Length), _all.Max(static setting => Shown(setting).Length));
        return string.Concat(
            _all.Select(setting =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{setting.Name.PadRight(names)}  {Shown(setting).PadRight(texts)}  {PrintableText.Message(setting.OriginText)}\n"
                )
            )
        );
    }

    private static string Shown(AgentSetting setting) => PrintableText.Message(setting.Text);
}
