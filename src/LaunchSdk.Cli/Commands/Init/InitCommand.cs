using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Init;

/// <summary><c>launch init [DIR]</c></summary>
internal static class InitCommand
{
    private const string Settings = ".vscode/settings.json";

    public static Command Create(ToolConsole console)
    {
        var directory = new Argument<string>("DIR")
        {
            Description = "Where to write; made if it is missing",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("init", HelpText.Init.Summary) { directory };
        command.SetAction(arguments => Run(console, arguments.GetRequiredValue(directory)));
        return command;
    }

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
                console.Error.WriteLine($"launch: '{path}' is there already: nothing was written; name another directory");
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
