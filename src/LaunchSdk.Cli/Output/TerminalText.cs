using System.Buffers;
using System.Text;

namespace LaunchSdk.Cli.Output;

/// <summary>Lines that a program wrote for a terminal, as plain text.</summary>
internal static class TerminalText
{
    /// <summary>The line without escape sequences; of one that was written over itself, as progress is, what it said last.</summary>
    public static string Plain(string line)
    {
        if (!line.Any(char.IsControl))
        {
            return line;
        }

        var plain = new ArrayBufferWriter<byte>(line.Length);
        new TerminalFilter(keepsColors: false).Write(Encoding.UTF8.GetBytes(line), plain);
        var text = Encoding.UTF8.GetString(plain.WrittenSpan).TrimEnd('\r');
        return text[(text.LastIndexOf('\r') + 1)..];
    }
}
