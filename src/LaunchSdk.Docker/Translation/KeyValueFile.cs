using System.Text;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Docker.Translation;

/// <summary>
/// Reads docker's line files of <c>KEY=value</c> (env-file, label-file) by docker's rules: comments, blank lines, a byte order mark, UTF-8
/// only.
/// </summary>
internal static class KeyValueFile
{
    // Docker's scanner gives up on a line of this many bytes.
    private const int LongestLine = 64 * 1024;

    /// <summary>
    /// The lines of all files that the option names, in order. A key alone takes its value from <paramref name="lookUp"/>, else it is left
    /// out.
    /// </summary>
    public static List<string> ReadAll(TranslationContext context, DockerOption option, Func<string, string?>? lookUp)
    {
        var lines = new List<string>();
        foreach (var path in context.Options.AllTexts(option))
        {
            try
            {
                Read(context.Client.GetFiles().Read(path), lookUp, lines);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
            {
                context.Report(FileNotUsable.Of(option.Name, path, FileFailure.Reason(failure)), option);
            }
        }

        return lines;
    }

    private static void Read(byte[] bytes, Func<string, string?>? lookUp, List<string> lines)
    {
        var number = 0;
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            number++;
            var raw = bytes.AsSpan(range);
            if (raw.Length >= LongestLine)
            {
                throw new FormatException($"line {number} has more than 65535 bytes");
            }

            if (raw is [.., (byte)'\r'])
            {
                raw = raw[..^1];
            }

            if (!System.Text.Unicode.Utf8.IsValid(raw))
            {
                throw new FormatException($"line {number} is not UTF-8");
            }

            if (number == 1 && raw.StartsWith("\uFEFF"u8))
            {
                raw = raw[3..];
            }

            Add(TrimStart(Encoding.UTF8.GetString(raw)), number, lookUp, lines);
        }
    }

    private static void Add(string line, int number, Func<string, string?>? lookUp, List<string> lines)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var sign = line.IndexOf('=', StringComparison.Ordinal);
        var key = sign < 0 ? line : line[..sign];
        if (key.Length == 0)
        {
            throw new FormatException($"line {number} has no name before the equals sign: '{SecretValue.Show(line)}'");
        }

        if (key.AsSpan().ContainsAny(' ', '\t'))
        {
            throw new FormatException($"line {number} has white space in the name '{SecretValue.Show(line)}': write NAME=value");
        }

        if (sign >= 0)
        {
            lines.Add(line);
        }
        else if (lookUp?.Invoke(key) is { } value)
        {
            lines.Add($"{key}={value}");
        }
    }

    // Go's unicode.IsSpace, which knows U+0085 and U+00A0 and not the byte order mark or zero-width characters.
    private static string TrimStart(string line)
    {
        var start = 0;
        while (start < line.Length && (char.IsWhiteSpace(line[start]) && line[start] is not ('\u001c' or '\u001d' or '\u001e' or '\u001f')))
        {
            start++;
        }

        return line[start..];
    }
}
