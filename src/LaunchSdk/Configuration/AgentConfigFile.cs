using LaunchSdk.Documents;
using LaunchSdk.Validation;

namespace LaunchSdk.Configuration;

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
            new SchemaValidator(problems, TemplateScope.Open).Validate(document.Root, LaunchSchemas.LaunchAgentConfig, "launch-config.yaml");
            AgentConfigRules.Check(document.Root, problems);
            config = problems.HasErrors ? null : DeprecatedKeys.Fold(LaunchAgentConfig.Read(document.Root));
        }

        return new ConfigResult<LaunchAgentConfig>(config, problems.ToOrderedList());
    }
}
