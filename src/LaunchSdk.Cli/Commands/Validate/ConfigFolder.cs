using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary>
/// The configuration files of a folder: those that the package takes of a project, <c>launch-config.yaml</c> and <c>queues/</c>, or all
/// of a folder of queues.
/// </summary>
internal static class ConfigFolder
{
    private const string AgentFile = "launch-config.yaml";
    private const string QueueFolder = "queues";
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Files as they are, and each folder as its files in the order of their names.</summary>
    /// <param name="names">Files and folders.</param>
    /// <param name="console">Has the working directory.</param>
    /// <returns>The files.</returns>
    /// <exception cref="InputException">A folder has no such files.</exception>
    public static string[] Expand(IEnumerable<string> names, ToolConsole console) =>
        [
            .. names.SelectMany(name =>
                name != "-" && Directory.Exists(Path.Combine(console.WorkingDirectory, name)) ? Files(name, console) : [name]
            ),
        ];

    private static List<string> Files(string folder, ToolConsole console)
    {
        var path = Path.Combine(console.WorkingDirectory, folder);
        var files = new List<string>();
        if (File.Exists(Path.Combine(path, AgentFile)))
        {
            files.Add(AgentFile);
        }

        if (FolderOfQueues(path, hasAgent: files.Count > 0) is { } queues)
        {
            files.AddRange(
                Directory
                    .EnumerateFiles(queues, "*", SearchOption.AllDirectories)
                    .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
                    .Select(file => Path.GetRelativePath(path, file))
                    .Order(StringComparer.Ordinal)
            );
        }

        return files.Count > 0
            ? [.. files.Select(file => Path.Combine(folder, file))]
            : throw new InputException(
                $"'{folder}' has no {AgentFile} and no queue files (*.yaml, *.yml, *.json): name the files to check"
            );
    }

    // An agent's file alone says that the folder is a project, whose other files are no queues.
    private static string? FolderOfQueues(string path, bool hasAgent)
    {
        if (Path.Combine(path, QueueFolder) is var queues && Directory.Exists(queues))
        {
            return queues;
        }

        return hasAgent ? null : path;
    }
}
