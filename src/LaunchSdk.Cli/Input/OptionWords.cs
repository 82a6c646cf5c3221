namespace LaunchSdk.Cli.Input;

/// <summary>Options that other tools have as words or by another name: <c>launch help run</c> is <c>launch run --help</c>.</summary>
internal static class OptionWords
{
    /// <summary>The arguments as the parser knows them.</summary>
    public static string[] Resolve(string[] arguments) =>
        arguments switch
        {
            ["help", .. var command] => [.. command, "--help"],
            ["version" or "-v"] => ["--version"],
            _ => arguments,
        };
}
