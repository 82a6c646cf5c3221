using LaunchSdk.Commands;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Agent.Submitting;

/// <summary>
/// What can be told of a job before it is put on a queue: whether its template variables are the queue's, and whether the options they and
/// the overrides give are docker's.
/// </summary>
public static class SubmissionCheck
{
    // The macros that the agent fills in; any value does, because only the agent knows the real ones.
    private const string AnyValue = "1";
    private static readonly string[] AgentMacros = ["project_name", "entity_name", "run_id", "run_name", "author"];

    /// <summary>
    /// The errors of a job on a queue; empty where there are none. What only the agent knows (its policy, its environment) is not looked
    /// at.
    /// </summary>
    /// <param name="queue">The queue's definition.</param>
    /// <param name="job">The job.</param>
    /// <returns>The errors.</returns>
    public static IReadOnlyList<Problem> Find(DockerQueue queue, LaunchJob job)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(job);
        var result = DockerRunCommand.Create(
            new DockerRunRequest
            {
                Queue = queue,
                Image = job.Docker?.DockerImage ?? "image",
                Override = job.ResourceArgs?.LocalContainer,
                Variables =
                    job.TemplateVariables?.ToDictionary(static pair => pair.Key, static pair => pair.Value.Text, StringComparer.Ordinal)
                    ?? [],
                Macros = AgentMacros.ToDictionary(static name => name, static _ => AnyValue, StringComparer.Ordinal),
            }
        );
        var errors = result
            .Problems.Where(static problem => problem.Severity == ProblemSeverity.Error && problem.Rule != UnknownMacro.Rule)
            .ToArray();

        // A refused value is missing where it is used: telling that too would only hide the cause.
        var refused = errors.Where(static problem => problem.Rule == InvalidVariable.Rule).ToArray();
        return refused.Length > 0 ? refused : errors;
    }
}
