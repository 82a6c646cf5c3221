using LaunchSdk.Configuration;
using LaunchSdk.Documents;

namespace LaunchSdk;

/// <content>Reading and writing; the members are made from <c>schemas/launch-config.schema.json</c>.</content>
public sealed partial record LaunchAgentConfig
{
    /// <summary>Reads a launch-config.yaml. Every problem is reported at once.</summary>
    /// <param name="text">JSON or YAML; which one is told by the path's ending, else by the first character.</param>
    /// <param name="path">The file's name, for problems.</param>
    /// <returns>The configuration, or the problems that keep it from being read.</returns>
    public static ConfigResult<LaunchAgentConfig> Parse(string text, string path = "launch-config.yaml") =>
        AgentConfigFile.Read(ConfigDocument.Read(text, ConfigFormats.Detect(path, text), path));

    /// <summary>Reads a launch-config.yaml from disk; see <see cref="Parse"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The configuration, or the problems that keep it from being read.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConfigResult<LaunchAgentConfig> Load(string path) =>
        AgentConfigFile.Read(ConfigDocument.ReadBytes(File.ReadAllBytes(path), path));

    /// <summary>The configuration as a canonical file that reads back equal.</summary>
    /// <param name="format">The notation.</param>
    /// <returns>The text, which ends with a line break.</returns>
    public string ToText(ConfigFormat format) => ConfigText.Of(format, Write);
}
