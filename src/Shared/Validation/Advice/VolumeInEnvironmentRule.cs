using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Validation.Advice;

/// <summary><c>e: /data:/data</c>: docker takes it for a variable with a strange name, and nothing is mounted.</summary>
internal static class VolumeInEnvironmentRule
{
    /// <summary>Reports each value of <c>env</c> that is a path, a colon and a path.</summary>
    public static void Check(OptionSetting setting, IAdviceTarget advice)
    {
        if (!ReferenceEquals(setting.Option, DockerOptions.Env))
        {
            return;
        }

        // The key can be changed where it holds nothing but volumes.
        var meant = setting.Name.Length == 1 ? "v" : "volume";
        var edit = setting.Texts.All(IsVolume) ? ConfigEdits.RenameKeyOf(setting.Source, setting.Name, meant) : null;
        for (var i = 0; i < setting.Texts.Count; i++)
        {
            if (IsVolume(setting.Texts[i]))
            {
                advice.Add(VolumeInEnvironment.Of(setting.Texts[i], setting.Name, meant), setting, i, edit);
            }
        }
    }

    /// <summary>
    /// Whether a text is a volume by its looks: it starts as a path, and an absolute path follows a colon before any equals sign.
    /// </summary>
    internal static bool IsVolume(string text)
    {
        if (text.Length == 0 || text[0] is not ('/' or '.' or '~' or '$'))
        {
            return false;
        }

        var target = text.IndexOf(":/", StringComparison.Ordinal);
        var sign = text.IndexOf('=');
        return target > 0 && (sign < 0 || sign > target);
    }
}
