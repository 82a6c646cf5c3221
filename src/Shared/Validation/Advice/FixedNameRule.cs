using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>Two containers cannot have one name, so a fixed name lets one job of a queue run at a time.</summary>
internal static class FixedNameRule
{
    /// <summary>Reports a name without a macro or template variable.</summary>
    public static void Check(OptionSetting setting, IAdviceTarget advice)
    {
        if (IsFixed(setting))
        {
            advice.Add(FixedName.Of(setting.Text, Meant(setting)), setting);
        }
    }

    /// <summary>The problem of a fixed name in a queue whose agent runs several jobs; null where there is none.</summary>
    /// <param name="setting">A setting of the queue.</param>
    /// <param name="maxJobs">The agent's <c>max_jobs</c> as written.</param>
    public static Problem? FindWithManyJobs(OptionSetting setting, string maxJobs) =>
        IsFixed(setting) ? setting.CreateProblem(FixedNameOfManyJobs.Of(maxJobs, setting.Text, Meant(setting))) : null;

    private static bool IsFixed(OptionSetting setting) =>
        ReferenceEquals(setting.Option, DockerOptions.Name) && setting.Text is { Length: > 0 } name && !TemplateText.IsTemplate(name);

    private static string Meant(OptionSetting setting) => $"{setting.Text}-${{{Macros.RunId}}}";
}
