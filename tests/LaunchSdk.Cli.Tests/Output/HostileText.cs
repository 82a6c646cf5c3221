using System.Globalization;

namespace LaunchSdk.Cli.Tests.Output;

/// <summary>What a file, a job or an engine may hold to take over a terminal or a log.</summary>
internal static class HostileText
{
    /// <summary>
    /// Colors, a title, line breaks with lines that look like the tool's or a CI service's own, directions, what has no width, the
    /// clipboard.
    /// </summary>
    public const string Value =
        "1x\u001b[31mRED\u001b]0;title\u0007\u001b]52;c;aGk=\u0007\r\n::error::injected\n##vso[task.setvariable]x\n##[error]y\nFORGED queue.yaml(9,9): error LSDK9999: fake\u202e\u2066\u2028FORGED\u0085FORGED\u009b2J\u200b\ufeff\u007f\b";

    /// <summary>The value in quotes of JSON and YAML.</summary>
    public static string Quoted { get; } =
        "\"" + string.Concat(Value.Select(static c => c < ' ' || c > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";

    /// <summary>Fails where a text has more than visible characters and line ends, or a line that it was made to have.</summary>
    public static void AssertHarmless(string text)
    {
        foreach (var c in text)
        {
            Assert.True(
                c == '\n'
                    || (
                        !char.IsControl(c)
                        && CharUnicodeInfo.GetUnicodeCategory(c)
                            is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                    ),
                $"U+{(int)c:X4} in {text}"
            );
        }

        Assert.All(
            text.Split('\n'),
            static line =>
            {
                Assert.False(line.TrimStart().StartsWith("FORGED", StringComparison.Ordinal), line);
                Assert.False(line.TrimStart().StartsWith("::error::", StringComparison.Ordinal), line);
                Assert.DoesNotContain("##vso[", line, StringComparison.Ordinal);
                Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            }
        );
    }
}
