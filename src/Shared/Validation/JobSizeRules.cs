using LaunchSdk.Documents;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Validation;

/// <summary>
/// How large those parts of a job may be that the schema does not describe: other texts have its <c>maxLength</c>, and the whole is a file
/// of <see cref="ConfigLimits.MaxSize"/> at most.
/// </summary>
internal static class JobSizeRules
{
    /// <summary>The largest free-form part, in characters: 1 MiB.</summary>
    public const int LargestPart = 1024 * 1024;

    /// <summary>The longest value of an option: the kernel takes no longer argument or variable.</summary>
    public const int LongestValue = 131_071;

    private static readonly string[] FreeParts = ["run_config", "artifacts", "files"];

    /// <summary>Adds the problems of a job.</summary>
    public static void Check(ConfigNode job, ProblemList problems)
    {
        if (job.TryGetMember("overrides", out var overrides))
        {
            foreach (var part in FreeParts)
            {
                if (overrides.TryGetMember(part, out var found) && found.Range.Length > LargestPart)
                {
                    problems.Add(OutOfRange.JobPart(part, found.Range.Length, LargestPart), found);
                }
            }
        }

        if (
            job.TryGetMember(QueueKeys.ResourceArgsKey, out var resources)
            && resources.TryGetMember(QueueKeys.ResourceKey, out var options)
            && options.Kind == ConfigNodeKind.Mapping
        )
        {
            foreach (var option in options.Members)
            {
                CheckValue(option.Value, option.Key.Text, problems);
            }
        }
    }

    private static void CheckValue(ConfigNode value, string name, ProblemList problems)
    {
        if (value.Kind == ConfigNodeKind.Sequence)
        {
            foreach (var item in value.Items)
            {
                CheckValue(item, name, problems);
            }
        }
        else if (value.Range.Length > LongestValue && value.Text.Length is > LongestValue and var length)
        {
            problems.Add(OutOfRange.JobValue(name, length, LongestValue), value);
        }
    }
}
