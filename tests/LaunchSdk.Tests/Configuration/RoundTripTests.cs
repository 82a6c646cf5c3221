using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Configuration;

/// <summary>Random settings, written and read, are the settings again: names, texts, lists, flags, nulls and their order.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "no",
        "on",
        "~",
        "null",
        "true",
        "12",
        "0777",
        "1_000",
        "22:22",
        "1e3",
        "-",
        "- a",
        ": ",
        "a: b",
        "a #b",
        "'",
        "\"",
        "\\",
        "\n",
        "a\nb\n",
        "\t",
        "\r\n",
        "\u0085",
        "\u2028",
        "é",
        "😀",
        "@x",
        "%",
        "[",
        "{a}",
        "*a",
        "&a",
        "!a",
        "|",
        ">-",
        "`",
        "---",
        "trailing ",
        "2024-01-01",
        "${run_id}",
        "{{memory}}",
        "x{{memory}}y",
        "$HOME",
        "{{.Name}}",
        new string('k', 300),
    ];

    [Property(MaxTest = 300, Arbitrary = [typeof(RoundTripTests)])]
    public void Settings_read_back_equal_from_both_formats(OptionSettings settings)
    {
        var queue = new DockerQueue { Config = new DockerQueueConfig(settings) };

        var json = DockerQueue.Parse(queue.ToText(ConfigFormat.Json), "queue.json").GetValueOrThrow();
        var yaml = DockerQueue.Parse(queue.ToText(ConfigFormat.Yaml), "queue.yaml").GetValueOrThrow();

        Assert.Equal(settings, json.Config.Settings);
        Assert.Equal(settings, yaml.Config.Settings);
        Assert.Equal(queue.ToText(ConfigFormat.Json), yaml.ToText(ConfigFormat.Json));
    }

    public static Arbitrary<OptionSettings> Settings()
    {
        var settings =
            from count in Gen.Choose(0, 12)
            from options in Gen.Shuffle(DockerOptions.All.Where(option => option.Name != "help").ToArray())
            from items in Gen.CollectToArray(options.Take(count), Setting)
            select Collect(items);
        return settings.ToArbitrary();
    }

    private static OptionSettings Collect(IEnumerable<OptionSetting> items)
    {
        var settings = new OptionSettings();
        foreach (var item in items)
        {
            settings.Append(item);
        }

        // What options exclude of each other has tests of its own.
        return Validation.SettingRules.Find(settings).Any() ? new OptionSettings() : settings;
    }

    private static Gen<OptionSetting> Setting(DockerOption option)
    {
        var name = Gen.Elements<string>([option.Name, .. option.HiddenNames, .. option.ShortName is { } letter ? new[] { letter } : []]);
        var text = Gen.Elements(
            Texts
                .Where(text => TemplateText.TryFind(text, 0, out _) || GrammarCheck.Check(option.Grammar, text) is null)
                .Append(Example(option))
                .ToArray()
        );
        var value = option.Arity switch
        {
            OptionArity.Flag => Gen.Elements(true, false)
                .SelectMany(flag => name.Select(given => OptionSetting.OfFlag(option, flag, given))),
            OptionArity.Single => text.SelectMany(item => name.Select(given => OptionSetting.OfText(option, item, given))),
            _ => Gen.OneOf(
                text.SelectMany(item => name.Select(given => OptionSetting.OfText(option, item, given))),
                text.ArrayOf().SelectMany(items => name.Select(given => OptionSetting.OfTexts(option, items, given)))
            ),
        };
        return Gen.Frequency((9, value), (1, name.Select(given => OptionSetting.OfNull(option, given))));
    }

    private static string Example(DockerOption option) => option.Arity == OptionArity.Flag ? "" : option.Example;
}
