using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Validation;

namespace LaunchSdk;

/// <summary>Reads and writes the agent's launch-config.yaml.</summary>
internal static class AgentConfigFile
{
    /// <summary>Reads a document that is an agent's configuration.</summary>
    public static ConfigResult<LaunchAgentConfig> Read(ConfigDocument document)
    {
        var problems = new ProblemList(document);
        LaunchAgentConfig? config = null;
        if (problems.IsReadable)
        {
            ConfigFileValidator.Check(problems, ConfigFileKind.Agent, []);
            config = problems.HasErrors ? null : DeprecatedKeys.Fold(LaunchAgentConfig.Read(document.Root));
        }

        return new ConfigResult<LaunchAgentConfig>(config, problems.ToOrderedList());
    }
}
