using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary>The SOURCE of a job: a folder or a git address, which the agent builds.</summary>
internal static class JobSource
{
    /// <summary>The source as a job has it; a folder by its whole path.</summary>
    public static string Of(string source, ToolConsole console)
    {
        var folder = Path.GetFullPath(source, console.WorkingDirectory);
        var text = Directory.Exists(folder) ? folder : source;
        if (!BuildSource.TryParse(text, out var parsed, out var error))
        {
            throw new InputException(error.Message);
        }

        return parsed switch
        {
            ImageSource => throw new InputException($"'{source}' is neither a folder nor a git address: give an image with --image"),
            DirectorySource when text != folder => throw new InputException($"there is no folder '{source}'"),
            _ => text,
        };
    }
}
