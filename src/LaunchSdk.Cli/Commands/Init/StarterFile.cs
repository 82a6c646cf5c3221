namespace LaunchSdk.Cli.Commands.Init;

/// <summary>A file that <c>launch init</c> writes.</summary>
/// <param name="Path">Path below the directory, with <c>/</c>.</param>
/// <param name="Content">Its text.</param>
internal sealed record StarterFile(string Path, string Content);
