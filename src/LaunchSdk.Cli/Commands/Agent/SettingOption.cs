using System.CommandLine;
using LaunchSdk.Agent.Settings;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>The option of one of the agent's settings.</summary>
internal sealed class SettingOption
{
    // More than that says nothing more.
    private const int MostCounted = 2;

    private readonly AgentSettingDefinition _setting;

    /// <summary>Makes the option.</summary>
    /// <param name="setting">A setting that has an option.</param>
    public SettingOption(AgentSettingDefinition setting)
    {
        _setting = setting;
        string[] aliases = [.. setting.Aliases];
        Option = setting.Arity switch
        {
            SettingArity.Switch => new Option<bool>(setting.Flag, aliases),
            SettingArity.Count => new Option<bool>(setting.Flag, aliases) { Arity = ArgumentArity.Zero },
            SettingArity.List => new Option<string[]>(setting.Flag, aliases),
            _ => new Option<string?>(setting.Flag, aliases),
        };
        Option.Description = Describe(setting);
        Option.HelpName = setting.ValueName.Length > 0 ? setting.ValueName : null;
    }

    /// <summary>The option, to be added to a command.</summary>
    public Option Option { get; }

    /// <summary>The setting's key.</summary>
    public string Key => _setting.Key;

    /// <summary>A value with whole paths.</summary>
    /// <param name="value">The value.</param>
    /// <param name="folder">The working directory.</param>
    /// <returns>The value, which means the same in any directory.</returns>
    public string Locate(string value, string folder) => _setting.Locate(value, folder);

    /// <summary>The values that were given.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The working directory, for paths.</param>
    /// <returns>The values; none where the option was not given.</returns>
    public IReadOnlyList<string> Read(ParseResult arguments, string folder)
    {
        if (arguments.GetResult(Option) is not { Implicit: false } given)
        {
            return [];
        }

        return _setting.Arity switch
        {
            SettingArity.Switch => arguments.GetValue((Option<bool>)Option) ? ["true"] : [],
            SettingArity.Count => [$"{Math.Min(MostCounted, given.IdentifierTokenCount)}"],
            _ => [.. given.Tokens.Select(token => Locate(token.Value, folder))],
        };
    }

    private static string Describe(AgentSettingDefinition setting)
    {
        var variable = setting.Variable is null ? "" : $" [env: {setting.Variable}]";
        var fallback = setting.ValueName.Length == 0 || setting.DefaultText.Length == 0 ? "" : $" [default: {setting.DefaultText}]";
        return setting.Help + variable + fallback;
    }
}
