using System.Globalization;
using System.Text;

namespace LaunchSdk.Tests.Shells;

/// <summary>
/// What about_Quoting_Rules, about_Parsing and about_Special_Characters say of words: only what quoting here may use, anything else is
/// refused.
/// </summary>
internal static class PowerShellSplitter
{
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";

    // Characters that end a word, expand, or start something of the language when they stand outside quotes.
    private const string Special = "\"`$&|;,(){}<>@#\u201c\u201d\u201e\r\n";

    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        for (var i = 0; i < line.Length; )
        {
            if (line[i] == ' ')
            {
                i++;
                continue;
            }

            words.Add(ReadWord(line, ref i));
            Assert.True(i == line.Length || line[i] == ' ', $"a word does not end at {i}: {line}");
        }

        return words;
    }

    private static string ReadWord(string line, ref int i)
    {
        if (line[i] == '"')
        {
            return ReadExpandable(line, ref i);
        }

        return SingleQuotes.Contains(line[i]) ? ReadQuoted(line, ref i) : ReadBare(line, ref i);
    }

    // In a single-quoted string any of the four quotes ends it, and two together are one, the second of them.
    private static string ReadQuoted(string line, ref int i)
    {
        var text = new StringBuilder();
        for (i++; ; i++)
        {
            Assert.True(i < line.Length, $"a string is not closed: {line}");
            if (SingleQuotes.Contains(line[i]))
            {
                if (i + 1 == line.Length || !SingleQuotes.Contains(line[i + 1]))
                {
                    i++;
                    return text.ToString();
                }

                i++;
            }

            text.Append(line[i]);
        }
    }

    // In a double-quoted string a backtick escapes; `u{...} is all that quoting here needs.
    private static string ReadExpandable(string line, ref int i)
    {
        var text = new StringBuilder();
        for (i++; line[i] != '"'; i++)
        {
            Assert.DoesNotContain(line[i], "$\u201c\u201d\u201e\r\n");
            if (line[i] != '`')
            {
                text.Append(line[i]);
                continue;
            }

            var end = line.IndexOf('}', i);
            Assert.Equal("`u{", line.Substring(i, 3));
            text.Append(new Rune(int.Parse(line[(i + 3)..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            i = end;
        }

        i++;
        return text.ToString();
    }

    private static string ReadBare(string line, ref int i)
    {
        var start = i;
        while (i < line.Length && line[i] != ' ')
        {
            Assert.DoesNotContain(line[i], Special + SingleQuotes);
            Assert.False(char.IsWhiteSpace(line[i]), $"white space without quotes: {line}");
            i++;
        }

        var word = line[start..i];
        Assert.False(word[0] is '\u2013' or '\u2014' or '\u2015', "a typographic dash starts a parameter");
        Assert.False(word[0] == '-' && word.AsSpan().ContainsAny(":."), "a parameter is split at a colon or point");
        Assert.False(word.StartsWith("--%", StringComparison.Ordinal) || word == "--", "-- and --% are for PowerShell itself");
        return word;
    }
}
