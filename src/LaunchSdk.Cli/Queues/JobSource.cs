using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli.Queues;

/// <summary>The SOURCE of a job.</summary>
internal static class JobSource
{
    /// <summary>The source as a job has it.</summary>
    public static string Of(string source, ToolConsole console) =>
        throw new InputException($"'{source}' cannot be submitted yet: build it, and submit its image with --image, from {console.WorkingDirectory}");
}
