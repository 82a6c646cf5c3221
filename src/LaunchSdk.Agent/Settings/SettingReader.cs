using System.Globalization;
using LaunchSdk.Agent.Machine;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Docker.Building;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Settings;

/// <summary>Finds the value of one setting after the other, and notes where each comes from.</summary>
internal sealed class SettingReader(Func<string, string?> environment, string filePath)
{
    private const int MostDays = 36500;
    private const string DaysRule = "write a number of days up to 36500, or 0 to keep them";
    private const string LogSizeRule = "write a size such as 64m, 64k or more, or 0 for no limit";
    private const string JobsRule = "write 1 or more, or -1 for any number";

    public List<AgentSetting> Read { get; } = [];

    public List<string> Errors { get; } = [];

    public string? Text(string name, string? line, string option, string? variable, string? file, string? fallback) =>
        Find<string>(name, line, option, variable, static text => (text, null), file, fallback, static value => value ?? "");

    /// <summary>The agent's name; null for the default, which is shown.</summary>
    public string? Name(string? line, string option, string variable, string stateFolder) =>
        Find<string>("name", line, option, variable, static text => (text, null), null, null, value => value ?? DefaultName(stateFolder));

    public int Number(string name, int? line, string option, string? variable, int? file, int fallback, int least) =>
        Find<int?>(
            name,
            line,
            option,
            variable,
            text => ParseNumber(text, least),
            file,
            fallback,
            static value => value!.Value.ToString(CultureInfo.InvariantCulture)
        )!.Value;

    /// <summary>How many jobs at a time: with 0 an agent would take none, and say nothing of it.</summary>
    public int Jobs(string name, int? line, string option, string variable, int? file, int fallback)
    {
        var jobs = Find<int?>(
            name,
            line,
            option,
            variable,
            static text => ParseJobs(text),
            file,
            fallback,
            static value => value!.Value.ToString(CultureInfo.InvariantCulture)
        )!.Value;
        Check(LaunchAgentOptions.IsJobLimit(jobs), JobsRule);
        return jobs;
    }

    /// <summary>How many bytes a job's log may have.</summary>
    public long LogSize(string name, long? line, string option, string variable, long fallback)
    {
        var size = Find<long?>(
            name,
            line,
            option,
            variable,
            static text => ParseLogSize(text),
            null,
            fallback,
            static value => SizeText(value!.Value)
        )!.Value;
        Check(LaunchAgentOptions.IsLogSize(size), LogSizeRule);
        return size;
    }

    /// <summary>How many days something is kept; zero for good.</summary>
    public TimeSpan Days(string name, int? line, string option, string variable, TimeSpan fallback)
    {
        var days = Find<int?>(
            name,
            line,
            option,
            variable,
            static text => ParseDays(text),
            null,
            fallback.Days,
            static value => value == 0 ? "for good" : value!.Value.ToString(CultureInfo.InvariantCulture)
        )!.Value;
        Check(days is >= 0 and <= MostDays, DaysRule);
        return TimeSpan.FromDays(Math.Clamp(days, 0, MostDays));
    }

    /// <summary>Options whose limits in a queue jobs may lift.</summary>
    public IReadOnlyList<string> Limits(string name, IReadOnlyList<string>? line, string option, string variable)
    {
        var names = List(name, line, option, variable, null, []);
        var isKnown = LimitNames.TryRead(names, out _, out var error);
        Check(isKnown, error ?? "");
        return isKnown ? names : [];
    }

    public bool Flag(string name, bool? line, string option, string? variable, bool? file, bool fallback) =>
        Find<bool?>(
            name,
            line,
            option,
            variable,
            static _ => (null, "true or false"),
            file,
            fallback,
            static value => value == true ? "true" : "false"
        )!.Value;

    public TimeSpan Seconds(string name, TimeSpan? line, string option, string? variable, int? file, TimeSpan fallback) =>
        Find<TimeSpan?>(
            name,
            line,
            option,
            variable,
            ParseSeconds,
            file is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            fallback,
            static value => string.Create(CultureInfo.InvariantCulture, $"{value!.Value.TotalSeconds} s")
        )!.Value;

    public IReadOnlyList<string> List(
        string name,
        IReadOnlyList<string>? line,
        string option,
        string? variable,
        IReadOnlyList<string>? file,
        IReadOnlyList<string> fallback
    ) => Find<IReadOnlyList<string>>(name, line, option, variable, ParseList, file, fallback, static value => string.Join(", ", value!))!;

    public IReadOnlyList<string>? OptionalList(string name, IReadOnlyList<string>? line, string option, string? variable, string absent) =>
        Find<IReadOnlyList<string>>(
            name,
            line,
            option,
            variable,
            ParseList,
            null,
            null,
            value => value is null ? absent : string.Join(", ", value)
        );

    /// <summary>The secrets of builds: where they are, not what they are. The variable has them with semicolons.</summary>
    public IReadOnlyList<BuildSecret> BuildSecrets(IReadOnlyList<BuildSecret>? line, string option, string variable) =>
        Find<IReadOnlyList<BuildSecret>>(
            "build_secrets",
            line,
            option,
            variable,
            ParseBuildSecrets,
            null,
            [],
            static value => string.Join("; ", value!)
        )!;

    public string? Secret(string name, string variable) =>
        Find<string>(name, null, "", variable, static text => (text, null), null, null, static value => value is null ? "" : "***");

    public OverridePolicy Policy(OverridePolicy? line, string option, string variable, OverridePolicy fallback) =>
        Find<OverridePolicy>(
            "policy",
            line,
            option,
            variable,
            static text => OverridePolicy.TryParse(text, out var policy, out var error) ? (policy, null) : (null, error),
            null,
            fallback,
            static value => value!.Name
        )!;

    private static (IReadOnlyList<BuildSecret>?, string?) ParseBuildSecrets(string text)
    {
        var secrets = new List<BuildSecret>();
        foreach (var one in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!BuildSecret.TryParse(one, out var secret, out var error))
            {
                return (null, error.Message);
            }

            secrets.Add(secret);
        }

        return (secrets, null);
    }

    private static string DefaultName(string stateFolder) =>
        MachineId.AgentNameOf(MachineId.Find(stateFolder) ?? "ID (the machine's id is made at the first start)");

    private static (int?, string?) ParseNumber(string text, int least) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
            ? (number, null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"it is a whole number, {least} or more"));

    private static (long?, string?) ParseLogSize(string text) =>
        ByteSize.TryParse(text, out var size, out _) && LaunchAgentOptions.IsLogSize(size.Bytes) ? (size.Bytes, null) : (null, LogSizeRule);

    private static string SizeText(long bytes)
    {
        if (bytes == 0)
        {
            return "no limit";
        }

        return LaunchAgentOptions.IsLogSize(bytes) ? ByteSize.FromBytes(bytes).Text : bytes.ToString(CultureInfo.InvariantCulture);
    }

    private static (int?, string?) ParseDays(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays
            ? (days, null)
            : (null, DaysRule);

    // What cannot be read of a variable was told already, and the default stands.
    private void Check(bool isRight, string rule)
    {
        if (!isRight)
        {
            var setting = Read[^1];
            Errors.Add(
                setting.Origin == SettingOrigin.File
                    ? $"{setting.Name} of {setting.Source} is {setting.Text}: {rule}"
                    : $"{setting.Source} is {setting.Text}: {rule}"
            );
        }
    }

    private static (int?, string?) ParseJobs(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var jobs) && LaunchAgentOptions.IsJobLimit(jobs)
            ? (jobs, null)
            : (null, JobsRule);

    private static (TimeSpan?, string?) ParseSeconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? (TimeSpan.FromSeconds(seconds), null)
            : (null, "it is a number of seconds");

    private static (IReadOnlyList<string>?, string?) ParseList(string text) =>
        (text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), null);

    private T? Find<T>(
        string name,
        T? line,
        string option,
        string? variable,
        Func<string, (T? Value, string? Error)> parse,
        T? file,
        T? fallback,
        Func<T?, string> text
    )
    {
        var (value, origin, source) = (fallback, SettingOrigin.Default, (string?)null);
        if (line is not null)
        {
            (value, origin, source) = (line, SettingOrigin.CommandLine, option);
        }
        else if (variable is not null && environment(variable) is { Length: > 0 } given)
        {
            var (parsed, error) = parse(given);
            (value, origin, source) = (parsed ?? fallback, SettingOrigin.Environment, variable);
            if (error is not null)
            {
                Errors.Add($"the environment variable {variable} is '{given}': {error}");
            }
        }
        else if (file is not null)
        {
            (value, origin, source) = (file, SettingOrigin.File, filePath);
        }

        Read.Add(new AgentSetting(name, text(value), origin, source));
        return value;
    }
}
