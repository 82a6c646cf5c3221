namespace LaunchSdk.Shells;

/// <summary>The shells whose quoting LaunchSdk knows.</summary>
public enum ShellSyntax
{
    /// <summary>sh, bash, dash, zsh.</summary>
    Posix,

    /// <summary>PowerShell 7.3 or later.</summary>
    PowerShell,

    /// <summary>cmd.exe with a program that splits its command line by the rules of the Microsoft C runtime.</summary>
    Cmd,
}
