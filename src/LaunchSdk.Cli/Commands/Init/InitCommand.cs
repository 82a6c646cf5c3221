using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Init;

/// <summary><c>launch init [DIR]</c></summary>
internal sealed class InitCommand : RunnableCommand
{
    private const string Settings = ".vscode/settings.json";

    private readonly Argument<string> _directory = new("DIR")
    {
        Description = "Where to write; created if it is missing",
        DefaultValueFactory = static _ => ".",
    };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public InitCommand(ToolConsole console)
        : base(
            console,
            "init",
            "Write a first queue, an agent's configuration, and what an editor needs to check them. Nothing is overwritten."
        ) => Add(_directory);

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes =
            [
                new(ExitCodes.Success, "written"),
                new(ExitCodes.ConfigurationError, "a queue or agent file exists already, or a file cannot be written"),
            ],
            Examples = ["launch init", "launch init my-project"],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        Task.FromResult(Run(Console, arguments.GetRequiredValue(_directory)));

    private static int Run(ToolConsole console, string directory)
    {
        var root = Path.Combine(console.WorkingDirectory, directory);
        var present = StarterFiles
            .All.Where(file => !StarterFiles.IsSchema(file.Path) && Path.Exists(Path.Combine(root, file.Path)))
            .ToList();
        if (present.Exists(file => file.Path != Settings))
        {
            foreach (var (path, _) in present)
            {
                console.Error.WriteLine($"launch: '{path}' exists already: nothing was written; name another directory");
            }

            return ExitCodes.ConfigurationError;
        }

        // All of them before a word, which may fail: half of the files would be in the way of the next try.
        var written = StarterFiles.All.Except(present).ToList();
        written.ForEach(file => Write(Path.Combine(root, file.Path), file.Content));
        written.ForEach(file => console.Out.WriteLine($"wrote {file.Path}"));

        foreach (var (path, content) in present)
        {
            console.Out.WriteLine($"kept {path}; add to it:");
            console.Out.Write(content + "\n");
        }

        console.Out.WriteLine("Check them with: launch validate launch-config.yaml queues/workstation.yaml");
        return ExitCodes.Success;
    }

    // The schemas are LaunchSdk's own, so a newer tool may renew them; every other file is made, never replaced.
    private static void Write(string path, string content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, StarterFiles.IsSchema(path.Replace('\\', '/')) ? FileMode.Create : FileMode.CreateNew);
            using var writer = new StreamWriter(stream);
            writer.Write(content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{path}': {failure.Message}");
        }
    }
}
