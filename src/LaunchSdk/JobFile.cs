using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Validation;

namespace LaunchSdk;

/// <summary>Reads a job: a launch spec.</summary>
internal static class JobFile
{
    /// <summary>Reads a document that is a job.</summary>
    public static ConfigResult<LaunchJob> Read(ConfigDocument document, QueueReadOptions options)
    {
        var problems = new ProblemList(document);
        LaunchJob? job = null;
        if (problems.IsReadable)
        {
            ConfigFileValidator.Check(problems, ConfigFileKind.Job, options.AllowedEnvironment);
            job = problems.HasErrors ? null : LaunchJob.Read(document.Root);
        }

        return new ConfigResult<LaunchJob>(job, problems.ToOrderedList());
    }
}
