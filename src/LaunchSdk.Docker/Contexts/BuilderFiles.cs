using System.Text;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>The files of a context that are there for the builder.</summary>
internal static class BuilderFiles
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Marks the files that .dockerignore takes out for everyone else.</summary>
    public static void Mark(List<ContextNode> nodes, IReadOnlyList<string> hidden)
    {
        for (var i = 0; i < nodes.Count && hidden.Count > 0; i++)
        {
            if (hidden.Contains(nodes[i].Entry.Path))
            {
                nodes[i] = new ContextNode(nodes[i].Entry with { IsForBuilderOnly = true }, nodes[i].FullPath, nodes[i].Stat);
            }
        }
    }

    /// <summary>
    /// Adds a Dockerfile that no <c>COPY</c> sees: the engine takes away what the .dockerignore in the stream names, so it names it.
    /// </summary>
    /// <param name="nodes">The entries.</param>
    /// <param name="root">The source.</param>
    /// <param name="name">The Dockerfile's name.</param>
    /// <param name="text">The Dockerfile.</param>
    /// <exception cref="BuildInputException">The source's .dockerignore is none that a builder can read.</exception>
    public static void Add(List<ContextNode> nodes, string root, string name, string text)
    {
        nodes.RemoveAll(node => node.Entry.Path == name);
        nodes.Insert(0, Node(name, Encoding.UTF8.GetBytes(text), true));
        var at = nodes.FindIndex(static node => node.Entry.Path == IgnoreFile.Name && node.Entry.Kind != ContextEntryKind.Directory);
        if (at < 0)
        {
            nodes.Insert(0, Node(IgnoreFile.Name, Encoding.UTF8.GetBytes($"{name}\n{IgnoreFile.Name}\n"), true));
            return;
        }

        var own = nodes[at];

        // It may be a link: one that leads out of the source is refused, and one that leads nowhere is empty.
        var content = Encoding.UTF8.GetBytes($"{new SourceFiles(root).Read(SourcePath.Parse(IgnoreFile.Name))}\n{name}\n");
        nodes[at] = new ContextNode(
            own.Entry with
            {
                Kind = ContextEntryKind.File,
                LinkTarget = null,
                Length = content.Length,
            },
            "",
            own.Stat
        )
        {
            Content = content,
        };
    }

    /// <summary>Puts another text into a Dockerfile that was added.</summary>
    public static void Replace(List<ContextNode> nodes, string name, string text) =>
        nodes[nodes.FindIndex(node => node.Entry.Path == name)] = Node(name, Encoding.UTF8.GetBytes(text), true);

    private static ContextNode Node(string name, byte[] content, bool isForBuilderOnly) =>
        new(new ContextEntry(name, ContextEntryKind.File, Mode, content.Length, null) { IsForBuilderOnly = isForBuilderOnly }, "", default)
        {
            Content = content,
        };
}
