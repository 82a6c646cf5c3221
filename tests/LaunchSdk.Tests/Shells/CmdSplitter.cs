using System.Text;

namespace LaunchSdk.Tests.Shells;

/// <summary>
/// cmd.exe, which takes carets away and acts on its special characters, and then the Microsoft C runtime, which splits the line.
/// </summary>
internal static class CmdSplitter
{
    public static IReadOnlyList<string> Split(string line) => SplitArguments(TakeCarets(line));

    // With every quote behind a caret cmd is never inside quotes, so each special character must have its own caret.
    private static string TakeCarets(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '^')
            {
                i++;
                Assert.True(i < line.Length, $"a caret at the end continues the line: {line}");
            }
            else
            {
                Assert.DoesNotContain(line[i], "\"&|<>()%!\r\n");
            }

            text.Append(line[i]);
        }

        return text.ToString();
    }

    // Parsing C command-line arguments: 2n backslashes and a quote are n and a delimiter, 2n+1 are n and a quote, others stand for
    // themselves.
    private static List<string> SplitArguments(string line)
    {
        var words = new List<string>();
        for (var i = 0; i < line.Length; )
        {
            if (line[i] is ' ' or '\t')
            {
                i++;
                continue;
            }

            words.Add(ReadArgument(line, ref i));
        }

        return words;
    }

    private static string ReadArgument(string line, ref int i)
    {
        var word = new StringBuilder();
        var isQuoted = false;
        while (i < line.Length && (isQuoted || line[i] is not (' ' or '\t')))
        {
            var backslashes = 0;
            for (; i < line.Length && line[i] == '\\'; i++)
            {
                backslashes++;
            }

            if (i == line.Length || line[i] != '"')
            {
                word.Append('\\', backslashes);
                if (backslashes == 0)
                {
                    word.Append(line[i++]);
                }

                continue;
            }

            word.Append('\\', backslashes / 2);
            if (backslashes % 2 == 1)
            {
                word.Append('"');
            }
            else
            {
                isQuoted = !isQuoted;
            }

            i++;
        }

        return word.ToString();
    }
}
