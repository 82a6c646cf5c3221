using System.Globalization;
using System.Text;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// What Linux takes as a program's arguments and variables (execve(2)): a text beyond it cannot be passed, and an engine tells that late or
/// not at all.
/// </summary>
internal static class ExecLimits
{
    /// <summary>The most bytes of one argument or variable: MAX_ARG_STRLEN, 32 pages of 4 KiB, less the zero byte behind it.</summary>
    public const int Text = (32 * 4096) - 1;

    /// <summary>
    /// The most bytes of all together, with the zero byte and the pointer of each: a quarter of the usual stack of 8 MiB.
    /// </summary>
    public const long All = 8L * 1024 * 1024 / 4;

    private const int Beyond = 1 + 8;

    /// <summary>Every reason why a program cannot be started so, without the texts themselves; empty where it can.</summary>
    /// <param name="arguments">The entry point and the arguments.</param>
    /// <param name="environment">The variables, as <c>NAME=VALUE</c>.</param>
    public static IReadOnlyList<string> Refuse(IEnumerable<string> arguments, IEnumerable<string> environment)
    {
        var texts = arguments
            .Select(
                static (text, index) =>
                    (
                        Name: string.Create(CultureInfo.InvariantCulture, $"argument {index + 1} of the program"),
                        Bytes: Encoding.UTF8.GetByteCount(text)
                    )
            )
            .Concat(
                environment.Select(static variable =>
                    (Name: $"the variable {variable.Split('=', 2)[0]}", Bytes: Encoding.UTF8.GetByteCount(variable))
                )
            )
            .ToArray();
        var reasons = texts
            .Where(static text => text.Bytes > Text)
            .Select(static text =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{text.Name} has {text.Bytes} bytes, and Linux passes {Text} at most: put the text into a file and name the file"
                )
            )
            .ToList();
        var all = texts.Sum(static text => (long)text.Bytes + Beyond);
        if (all > All && reasons.Count == 0)
        {
            reasons.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the program's arguments and variables have {all} bytes together, and Linux passes {All}: put some of them into a file and name the file"
                )
            );
        }

        return reasons;
    }
}
