using LaunchSdk.Testing;
using Xunit.Sdk;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>
/// The files of a project with <c>{|LSDK0003:...|}</c> where a diagnostic must be, from <c>Marked/LSDK0003.txt</c>: <c>==== PATH</c> begins
/// a project
/// with its first file, <c>++++ PATH</c> adds another file to it.
/// </summary>
/// <param name="id">The rule whose file has the project.</param>
/// <param name="index">Which project of the file, from 0.</param>
public sealed class MarkedProject(string id, int index) : IXunitSerializable
{
    private const string ProjectLine = "==== ";
    private const string FileLine = "++++ ";

    private static readonly string Folder = Repository.Combine("tests", "LaunchSdk.Analyzers.Tests", "Marked");

    /// <summary>For the test runner.</summary>
    public MarkedProject()
        : this("", 0) { }

    /// <summary>The rule whose file has the project.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Path and marked text of each file.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => Read(Id)[index];

    /// <summary>Every project of every rule.</summary>
    public static IEnumerable<MarkedProject> All() =>
        Directory
            .EnumerateFiles(Folder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)
            .SelectMany(id => Enumerable.Range(0, Read(id).Count).Select(index => new MarkedProject(id, index)));

    /// <summary><c>queue</c>, <c>agent</c> or <c>job</c>, by the name of a file.</summary>
    public static string KindOf(string path) =>
        Path.GetFileNameWithoutExtension(path) switch
        {
            "job" => "job",
            var name when name.EndsWith("config", StringComparison.Ordinal) => "agent",
            _ => "queue",
        };

    /// <inheritdoc/>
    public override string ToString() => $"{Id} #{index + 1} {Files[0].Path}";

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Id = info.GetValue<string>(nameof(Id))!;
        index = info.GetValue<int>(nameof(index));
    }

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(Id), Id);
        info.AddValue(nameof(index), index);
    }

    private static List<List<(string Path, string Text)>> Read(string id)
    {
        var projects = new List<List<(string Path, string Text)>>();
        foreach (var line in File.ReadAllText(Path.Combine(Folder, id + ".txt")).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(ProjectLine, StringComparison.Ordinal))
            {
                projects.Add([(line[ProjectLine.Length..], "")]);
            }
            else if (line.StartsWith(FileLine, StringComparison.Ordinal))
            {
                projects[^1].Add((line[FileLine.Length..], ""));
            }
            else
            {
                var (path, text) = projects[^1][^1];
                projects[^1][^1] = (path, text + line + "\n");
            }
        }

        return projects;
    }
}
