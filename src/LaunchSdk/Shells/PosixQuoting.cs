namespace LaunchSdk.Shells;

/// <summary>Quoting of POSIX shells (Shell Command Language, 2.2): single quotes keep everything but themselves.</summary>
internal static class PosixQuoting
{
    /// <summary>The word as the shell has to read it.</summary>
    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(IsPlain) ? argument : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or ',' or '=' or '@' or '+' or '%';
}
