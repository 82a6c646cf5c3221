using LaunchSdk.Configuration;
using LaunchSdk.Documents;

namespace LaunchSdk;

/// <content>Reading and writing; the members are made from <c>schemas/launch-job.schema.json</c>.</content>
public sealed partial record LaunchJob
{
    /// <summary>Reads a job: a launch spec. Every problem is reported at once.</summary>
    /// <param name="text">JSON or YAML; which one is told by the path's ending, else by the first character.</param>
    /// <param name="path">The file's name, for problems.</param>
    /// <returns>The job, or the problems that keep it from being read.</returns>
    public static ConfigResult<LaunchJob> Parse(string text, string path = "job.yaml") =>
        JobFile.Read(ConfigDocument.Read(text, ConfigFormats.Detect(path, text), path), QueueReadOptions.Default);

    /// <summary>Reads a job from disk; see <see cref="Parse"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The job, or the problems that keep it from being read.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConfigResult<LaunchJob> Load(string path) =>
        JobFile.Read(ConfigDocument.ReadBytes(File.ReadAllBytes(path), path), QueueReadOptions.Default);

    /// <summary>The job as a canonical file that reads back equal.</summary>
    /// <param name="format">The notation.</param>
    /// <returns>The text, which ends with a line break.</returns>
    public string ToText(ConfigFormat format) => ConfigText.Of(format, Write);
}
