using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk;

/// <summary>The typed view that the generated members have of <see cref="OptionSettings"/>: parse on the first get, check on set.</summary>
internal static class OptionSettingsExtensions
{
    public static bool? GetFlag(this OptionSettings settings, DockerOption option) => settings.Find(option)?.Flag;

    public static string? GetText(this OptionSettings settings, DockerOption option) => settings.FindText(option);

    public static T? Get<T>(this OptionSettings settings, DockerOption option)
        where T : DockerValue, IParsable<T> =>
        settings.Parsed(option, static (read, single) => read.FindText(single) is { } text ? T.Parse(text, null) : null);

    public static OptionList<T>? GetList<T>(this OptionSettings settings, DockerOption option)
        where T : DockerValue, IParsable<T> =>
        settings.Parsed(
            option,
            static (read, list) => new OptionList<T>([.. read.AllTexts(list).Select(static text => T.Parse(text, null))])
        );

    public static void SetFlag(this OptionSettings settings, DockerOption option, bool? value) =>
        settings.Replace(value is { } flag ? OptionSetting.OfFlag(option, flag) : OptionSetting.OfNull(option));

    public static void SetText(this OptionSettings settings, DockerOption option, string? value) =>
        settings.Replace(value is null ? OptionSetting.OfNull(option) : OptionSetting.OfText(option, Checked(option, value)));

    public static void Set(this OptionSettings settings, DockerOption option, DockerValue? value) => settings.SetText(option, value?.Text);

    // One value is written as one value, as a person would.
    public static void SetList<T>(this OptionSettings settings, DockerOption option, OptionList<T>? values)
        where T : DockerValue, IParsable<T> =>
        settings.Replace(
            values switch
            {
                null => OptionSetting.OfNull(option),
                [var single] => OptionSetting.OfText(option, Checked(option, single.Text)),
                _ => OptionSetting.OfTexts(option, [.. values.Select(value => Checked(option, value.Text))]),
            }
        );

    /// <summary>Adds one value to a repeatable option.</summary>
    public static void Add(this OptionSettings settings, DockerOption option, DockerValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = Checked(option, value.Text);
        settings.Replace(
            settings.Find(option) is null
                ? OptionSetting.OfText(option, text)
                : OptionSetting.OfTexts(option, [.. settings.AllTexts(option), text])
        );
    }

    // The type of a member cannot say everything: blkio-weight ends at 65535, memory-swappiness at 100.
    private static string Checked(DockerOption option, string text) =>
        !TemplateText.IsTemplate(text) && GrammarCheck.Check(option.Grammar, text) is { } error
            ? throw new FormatException($"{option.Name}: {error.Message}")
            : text;
}
