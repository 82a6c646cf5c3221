namespace LaunchSdk.Shells;

/// <summary>Writes an argument vector as one line of a shell.</summary>
public static class ShellText
{
    /// <summary>
    /// The line; the shell splits it into exactly <paramref name="arguments"/>. It is one line of visible characters, whatever the
    /// arguments hold.
    /// </summary>
    /// <param name="arguments">The words, none of them quoted.</param>
    /// <param name="shell">The shell that will read the line.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">An argument holds a NUL, or for cmd a character that is not visible: the shell cannot
    /// carry it.</exception>
    public static string Render(IReadOnlyList<string> arguments, ShellSyntax shell)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Func<string, string> quote = shell switch
        {
            ShellSyntax.Posix => PosixQuoting.Quote,
            ShellSyntax.PowerShell => PowerShellQuoting.Quote,
            ShellSyntax.Cmd => CmdQuoting.Quote,
            _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "an unknown shell"),
        };
        return string.Join(
            ' ',
            arguments.Select(argument =>
                argument.Contains('\0')
                    ? throw new ArgumentException(
                        "no shell can pass on an argument that holds a NUL character: choose the arguments as JSON"
                    )
                    : quote(argument)
            )
        );
    }
}
