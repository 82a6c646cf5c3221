using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LaunchSdk.Structure;

/// <summary>Which folders of a project use types of which others, by symbols.</summary>
public sealed class FolderGraph
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> _uses = [];

    /// <summary>The graph of a project.</summary>
    /// <param name="project">The project.</param>
    public FolderGraph(SourceProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        foreach (var (tree, file) in project.Trees())
        {
            var model = project.Compilation.GetSemanticModel(tree);
            var nodes = tree.GetRoot().DescendantNodes();
            foreach (var node in nodes.Where(static node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                Add(project, file, model.GetSymbolInfo(node).Symbol);
            }
        }
    }

    /// <summary>Each use of one folder by another, with the names of the types that are used.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Uses => _uses;

    /// <summary>The pairs of folders that use each other, each once.</summary>
    public IEnumerable<(string First, string Second)> TwoWayPairs =>
        _uses.Keys.Where(edge => string.CompareOrdinal(edge.From, edge.To) < 0 && _uses.ContainsKey((edge.To, edge.From))).Order();

    /// <summary>The sets of more than one folder that reach each other, the largest first.</summary>
    /// <returns>The folders of each set, in order.</returns>
    public IReadOnlyList<IReadOnlyList<string>> Cycles()
    {
        var folders = _uses.Keys.SelectMany(static edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var reached = folders.ToDictionary(static folder => folder, Reachable);
        return
        [
            .. folders
                .GroupBy(folder => string.Join('|', folders.Where(other => AreInCycle(folder, other))))
                .Where(static group => group.Key.Contains('|', StringComparison.Ordinal))
                .Select(static group => group.Key.Split('|'))
                .OrderByDescending(static cycle => cycle.Length),
        ];

        bool AreInCycle(string folder, string other) => reached[folder].Contains(other) && reached[other].Contains(folder);
    }

    private HashSet<string> Reachable(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var folder))
        {
            foreach (var (_, to) in _uses.Keys.Where(edge => edge.From == folder))
            {
                if (reached.Add(to))
                {
                    open.Push(to);
                }
            }
        }

        return reached;
    }

    private void Add(SourceProject project, SourceFile from, ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        if (type is null)
        {
            return;
        }

        foreach (var reference in type.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (project.Find(reference.SyntaxTree) is not { } file)
            {
                continue;
            }

            if (file.Folder != from.Folder)
            {
                var types = _uses.TryGetValue((from.Folder, file.Folder), out var known) ? known : _uses[(from.Folder, file.Folder)] = [];
                types.Add($"{Path.GetFileNameWithoutExtension(from.Path)}->{type.Name}");
            }

            return;
        }
    }
}
