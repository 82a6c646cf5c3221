using System.Globalization;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Policies.Ceilings;
using LaunchSdk.Docker.Building;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Settings;

/// <summary>The grammars of the settings.</summary>
internal static class SettingGrammars
{
    private const int MostDays = 36500;

    /// <summary>Any text.</summary>
    public static SettingGrammar<string> Text { get; } = new(static (texts, _) => (texts[0], null), static value => value);

    /// <summary>Any text, which is never shown.</summary>
    public static SettingGrammar<string> Secret { get; } = new(static (texts, _) => (texts[0], null), static _ => "***");

    /// <summary>Names: one each on a command line and in a file, with commas between them in a variable.</summary>
    public static SettingGrammar<IReadOnlyList<string>> Names { get; } =
        new(static (texts, origin) => (origin == SettingOrigin.Environment ? Split(texts) : texts, null), Join);

    /// <summary>Names with commas between them, wherever they come from.</summary>
    public static SettingGrammar<IReadOnlyList<string>> CommaNames { get; } = new(static (texts, _) => (Split(texts), null), Join);

    /// <summary>Options whose limits in a queue jobs may lift, with commas between them.</summary>
    public static SettingGrammar<IReadOnlyList<string>> Limits { get; } =
        new(static (texts, origin) => LimitNames.TryRead(Split(texts), out _, out var error) ? (Split(texts), null) : (null, error), Join);

    /// <summary>The secrets of builds, one each on a command line, with semicolons between them in a variable: where they are.</summary>
    public static SettingGrammar<IReadOnlyList<BuildSecret>> BuildSecrets { get; } =
        new(static (texts, _) => ReadSecrets(texts), static secrets => string.Join("; ", secrets));

    /// <summary>What jobs may set.</summary>
    public static SettingGrammar<OverridePolicy> Policy { get; } =
        new(
            static (texts, _) => OverridePolicy.TryParse(texts[0], out var policy, out var error) ? (policy, null) : (null, error),
            static policy => policy.Name
        );

    /// <summary>True or false.</summary>
    public static SettingGrammar<bool> Switch { get; } =
        new(
            static (texts, _) => bool.TryParse(texts[0], out var value) ? (value, null) : (false, "write true or false"),
            static value => value ? "true" : "false"
        );

    /// <summary>A whole number, 0 or more.</summary>
    public static SettingGrammar<int> Number { get; } =
        new(
            static (texts, _) =>
                TryWhole(texts[0], out var number) && number >= 0 ? (number, null) : (0, "write a whole number, 0 or more"),
            static value => value.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>How many jobs at a time: with 0 an agent would take none, and say nothing of it.</summary>
    public static SettingGrammar<int> Jobs { get; } =
        new(
            static (texts, _) =>
                TryWhole(texts[0], out var jobs) && LaunchAgentOptions.IsJobLimit(jobs)
                    ? (jobs, null)
                    : (0, "write 1 or more, or -1 for any number"),
            static value => value.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>How many days something is kept; zero to keep it.</summary>
    public static SettingGrammar<TimeSpan> Days { get; } =
        new(
            static (texts, _) =>
                TryWhole(texts[0], out var days) && days is >= 0 and <= MostDays
                    ? (TimeSpan.FromDays(days), null)
                    : (default, "write a number of days up to 36500, or 0 to keep them"),
            static value => value == TimeSpan.Zero ? "for good" : value.Days.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>How many bytes a job's log may have; 0 for no limit.</summary>
    public static SettingGrammar<long> LogSize { get; } =
        new(
            static (texts, origin) =>
                ByteSize.TryParse(texts[0], out var size, out _) && LaunchAgentOptions.IsLogSize(size.Bytes)
                    ? (size.Bytes, null)
                    : (0, "write a size such as 64m, 64k or more, or 0 for no limit"),
            static bytes => bytes == 0 ? "no limit" : ByteSize.FromBytes(bytes).Text
        );

    /// <summary>A time: as docker writes it (<c>90s</c>, <c>1h30m</c>) on a command line, a number of seconds elsewhere.</summary>
    public static SettingGrammar<TimeSpan> Time { get; } =
        new(
            static (texts, origin) => origin == SettingOrigin.CommandLine ? ReadDuration(texts[0]) : ReadSeconds(texts[0]),
            static value => string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds} s")
        );

    private static (IReadOnlyList<BuildSecret>?, string?) ReadSecrets(IReadOnlyList<string> texts)
    {
        var secrets = new List<BuildSecret>();
        foreach (
            var text in texts.SelectMany(static text =>
                text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
        )
        {
            if (!BuildSecret.TryParse(text, out var secret, out var error))
            {
                return (null, error.Message);
            }

            secrets.Add(secret);
        }

        return (secrets, null);
    }

    private static (TimeSpan, string?) ReadDuration(string text) =>
        DockerDuration.TryParse(text, out var duration, out var error) ? (duration.ToTimeSpan(), null) : (default, error.Message);

    private static (TimeSpan, string?) ReadSeconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? (TimeSpan.FromSeconds(seconds), null)
            : (default, "it is a number of seconds");

    private static bool TryWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string[] Split(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string Join(IReadOnlyList<string> names) => string.Join(", ", names);
}
