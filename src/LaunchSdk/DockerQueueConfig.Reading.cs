using LaunchSdk.Configuration;
using LaunchSdk.Documents;

namespace LaunchSdk;

/// <content>Reading of a job's override.</content>
public sealed partial record DockerQueueConfig
{
    /// <summary>
    /// Reads the options that a job overrides: bare options, or a job whose <c>resource_args</c> hold them. Null takes an option away.
    /// </summary>
    /// <param name="text">JSON or YAML; which one is told by the path's ending, else by the first character.</param>
    /// <param name="path">The file's name, for problems.</param>
    /// <returns>The options, or the problems that keep them from being read.</returns>
    public static ConfigResult<DockerQueueConfig> ParseOverride(string text, string path = "override.yaml") =>
        QueueFile.ReadOverride(ConfigDocument.Read(text, ConfigFormats.Detect(path, text), path), QueueReadOptions.Default);
}
