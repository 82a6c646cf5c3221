using LaunchSdk.Cli.Failures;
using LaunchSdk.Shells;

namespace LaunchSdk.Cli.Output;

/// <summary>Arguments as a line of a shell.</summary>
internal static class ShellLine
{
    /// <summary>The line; it holds no control characters, whatever the arguments hold.</summary>
    /// <exception cref="InputException">The shell has no way to write an argument.</exception>
    public static string Of(IReadOnlyList<string> arguments, ShellSyntax shell)
    {
        try
        {
            return ShellText.Render(arguments, shell);
        }
        catch (ArgumentException refused)
        {
            throw new InputException(refused.Message);
        }
    }
}
