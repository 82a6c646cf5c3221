using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>Every rule about one file: what <c>launch validate</c>, the readers of the library and the analyzer say of it.</summary>
internal static class ConfigFileValidator
{
    /// <summary>The problems of a document, in the order of its text.</summary>
    /// <param name="document">The file.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="allowedEnvironment">Environment variables that macros may read.</param>
    public static IReadOnlyList<Problem> Validate(
        ConfigDocument document,
        ConfigFileKind kind,
        IReadOnlyCollection<string> allowedEnvironment
    )
    {
        var problems = new ProblemList(document);
        if (problems.IsReadable)
        {
            Check(problems, kind, allowedEnvironment);
        }

        return problems.ToOrderedList();
    }

    /// <summary>Adds the problems of a readable document.</summary>
    public static void Check(ProblemList problems, ConfigFileKind kind, IReadOnlyCollection<string> allowedEnvironment)
    {
        var root = problems.Document.Root;
        switch (kind)
        {
            case ConfigFileKind.Agent:
                new SchemaValidator(problems, TemplateScope.Open).Validate(root, LaunchSchemas.LaunchAgentConfig, "launch-config.yaml");
                AgentConfigRules.Check(root, problems);
                break;
            case ConfigFileKind.Job:
                new SchemaValidator(problems, new TemplateScope(null, allowedEnvironment)).Validate(root, LaunchSchemas.LaunchJob, "job");
                JobSizeRules.Check(root, problems);
                break;
            default:
                QueueDocument.Read(problems, allowedEnvironment);
                break;
        }
    }
}
