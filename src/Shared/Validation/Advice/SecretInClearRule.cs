using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>
/// A queue's file is read by many: a password or key in it is known to all of them, and stays in the repository's history.
/// </summary>
internal static class SecretInClearRule
{
    private static readonly DockerOption[] Pairs = [DockerOptions.Env, DockerOptions.Label, DockerOptions.Annotation, DockerOptions.LogOpt];

    /// <summary>Reports each name and value that is a secret by its name or by its looks. The message never holds the value.</summary>
    public static void Check(OptionSetting setting, IAdviceTarget advice)
    {
        if (Array.IndexOf(Pairs, setting.Option) < 0)
        {
            return;
        }

        for (var i = 0; i < setting.Texts.Count; i++)
        {
            var text = setting.Texts[i];
            var sign = text.IndexOf('=');
            if (sign > 0 && IsSecret(text.Substring(0, sign), text.Substring(sign + 1)))
            {
                var name = text.Substring(0, sign);
                advice.Add(Of(setting, name), setting, i);
            }
        }
    }

    private static bool IsSecret(string name, string value) =>
        !TemplateText.IsTemplate(value)
        && (SecretShapes.IsKnownKey(value) || (SecretShapes.IsSecretName(name) && SecretShapes.CanBeSecret(value)));

    private static Violation Of(OptionSetting setting, string name) =>
        ReferenceEquals(setting.Option, DockerOptions.Env)
            ? SecretInClear.InVariable(name)
            : SecretInClear.InOption(name, setting.Option.Name);
}
