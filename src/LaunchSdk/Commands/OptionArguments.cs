using LaunchSdk.Settings;

namespace LaunchSdk.Commands;

/// <summary>Turns a setting into command-line arguments, as docker's own documentation of a queue says.</summary>
internal static class OptionArguments
{
    /// <summary>
    /// A one-letter name gets one dash, others two; a list repeats the option; <c>true</c> is the bare flag, <c>false</c> is
    /// <c>--name=false</c>.
    /// </summary>
    public static void Append(List<string> arguments, OptionSetting setting)
    {
        var name = Flag(setting);
        if (setting.Flag is { } flag)
        {
            arguments.Add(flag ? name : name + "=false");
        }
        else if (setting.Text is { } text)
        {
            arguments.Add(name);
            arguments.Add(text);
        }
        else
        {
            var texts = setting.Texts;
            for (var i = 0; i < texts.Count; i++)
            {
                arguments.Add(name);
                arguments.Add(texts[i]);
            }
        }
    }

    /// <summary>How many arguments <see cref="Append"/> adds.</summary>
    public static int Count(OptionSetting setting)
    {
        if (setting.Flag is not null)
        {
            return 1;
        }

        return setting.Text is not null ? 2 : setting.Texts.Count * 2;
    }

    /// <summary>The name with its dashes.</summary>
    public static string Flag(OptionSetting setting)
    {
        if (ReferenceEquals(setting.Name, setting.Option.Name))
        {
            return setting.Option.LongFlag;
        }

        return setting.Name.Length == 1 ? "-" + setting.Name : "--" + setting.Name;
    }
}
