using System.Text;

namespace LaunchSdk.Docs.Tests.Pages;

/// <summary>
/// Splits a command line as a POSIX shell does, as far as the pages need it: white space, single and double quotes, backslash.
/// </summary>
internal static class CommandLine
{
    public static string[] Split(string line)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var isOpen = false;
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\' && quote != '\'' && i + 1 < line.Length)
            {
                current.Append(line[++i]);
                isOpen = true;
            }
            else if (quote != '\0' ? c == quote : c is '\'' or '"')
            {
                quote = quote == '\0' ? c : '\0';
                isOpen = true;
            }
            else if (quote == '\0' && c == ' ')
            {
                Close();
            }
            else
            {
                current.Append(c);
                isOpen = true;
            }
        }

        Close();
        return [.. arguments];

        void Close()
        {
            if (isOpen)
            {
                arguments.Add(current.ToString());
                current.Clear();
                isOpen = false;
            }
        }
    }
}
