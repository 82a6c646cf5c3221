using LaunchSdk.Cli.Input;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary>The rules over several files that are checked together: those that the compiler has for the files of a project.</summary>
/// <param name="kind">What the files are; null to recognize each.</param>
internal sealed class ProjectCheck(ConfigKind? kind)
{
    private readonly List<ConfigDocument> _queues = [];
    private readonly List<ConfigDocument> _agents = [];

    /// <summary>Takes a file in; jobs say nothing about others.</summary>
    public void Add(ConfigDocument document)
    {
        var found = kind ?? ConfigKinds.Detect(document);
        if (found == ConfigKind.Queue)
        {
            _queues.Add(document);
        }
        else if (found == ConfigKind.Agent)
        {
            _agents.Add(document);
        }
    }

    /// <summary>Fixes what only the files together show.</summary>
    /// <param name="fixer">Writes the files.</param>
    /// <returns>Whether any was changed.</returns>
    public bool Fix(FileFixer fixer)
    {
        var edits = Find().Where(problem => problem.Edit is not null).ToLookup(problem => problem.File!.Path, StringComparer.Ordinal);
        foreach (var document in _agents.Concat(_queues).Where(document => edits.Contains(document.Path) && !document.HasBrokenNotation))
        {
            fixer.Apply(document, [.. edits[document.Path]]);
        }

        return edits.Count > 0;
    }

    /// <summary>Every broken rule; none for a single file.</summary>
    public IEnumerable<Problem> Find() => _queues.Count + _agents.Count > 1 ? ProjectRules.Find(_queues, _agents) : [];
}
