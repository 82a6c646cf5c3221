using LaunchSdk.Analyzers.Files;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>Reads one file into its member.</summary>
internal static class MemberReader
{
    private const string QueueType = "global::LaunchSdk.DockerQueue";
    private const string AgentType = "global::LaunchSdk.LaunchAgentConfig";

    /// <summary>The member; null where the compiler cannot read the file.</summary>
    public static MemberModel? Read(ConfigFile file, ProjectSettings settings, CancellationToken cancellation)
    {
        if (DocumentCache.Read(file.Text, cancellation) is not { } document)
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var path = settings.Relative(file.Text.Path);
        return file.Kind == ConfigFileKind.Queue ? ReadQueue(document, path, settings) : ReadAgent(document, path);
    }

    private static MemberModel ReadQueue(ConfigDocument document, string path, ProjectSettings settings)
    {
        var problems = new ProblemList(document);
        var queue = problems.IsReadable ? QueueDocument.Read(problems, settings.AllowedNames) : null;
        var isUsable = queue is not null && !problems.HasErrors;
        var source = MemberNames.SourceName(MemberNames.QueueClass, document);
        return new MemberModel(
            new MemberName(MemberNames.QueueClass, MemberNames.ToMember(source), isUsable),
            QueueType,
            path,
            $"The queue {source} of the file {path}.",
            new(isUsable ? QueueExpression.Facts(queue!.Settings) : []),
            new(isUsable ? QueueExpression.Of(queue!) : [])
        );
    }

    private static MemberModel ReadAgent(ConfigDocument document, string path)
    {
        var problems = ConfigFileValidator.Validate(document, ConfigFileKind.Agent, []);
        var isUsable = document.HasRoot && !problems.Any(problem => problem.Severity == ProblemSeverity.Error);
        return new MemberModel(
            new MemberName(
                MemberNames.AgentClass,
                MemberNames.ToMember(MemberNames.SourceName(MemberNames.AgentClass, document)),
                isUsable
            ),
            AgentType,
            path,
            $"The agent's configuration of the file {path}.",
            new(
                isUsable
                    ? document
                        .Root.Members.Where(member => member.Value.Kind < ConfigNodeKind.Sequence)
                        .Select(member => $"{member.Key.Text}: {member.Value.Text}")
                    : []
            ),
            new(isUsable ? AgentExpression.Of(document.Root) : [])
        );
    }
}
