using System.Globalization;

namespace LaunchSdk.Cli.Tool;

/// <summary>A row of a table in the help and in the documentation.</summary>
/// <param name="Term">What is explained: an exit code, a signal, a form of the command line.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record HelpRow(string Term, string Meaning)
{
    /// <summary>The row of an exit code.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="meaning">When a command exits with it.</param>
    public HelpRow(int code, string meaning)
        : this(code.ToString(CultureInfo.InvariantCulture), meaning) { }
}
