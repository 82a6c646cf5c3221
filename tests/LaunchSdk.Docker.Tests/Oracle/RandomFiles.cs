using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>Files of random lines and tokens, for the options that name a file: the same ones in every run.</summary>
internal static class RandomFiles
{
    private const int Count = 60;

    private static readonly byte[][] LineParts =
    [
        .. Bytes(
            "A=1",
            "B = 2",
            "C",
            "MY_EXISTING_ENV_VAR",
            "EMPTY_HOST_VAR",
            "#",
            "# c",
            "=",
            "=x",
            "é=日",
            "D=a=b",
            "export E=1",
            "\"q\"=1",
            "F='x'",
            "\\",
            "A",
            "=",
            "x",
            " ",
            "\t"
        ),
        .. Bytes(
            "\r",
            "\u000b",
            "\u000c",
            "\u0085",
            "\u00a0",
            "\u2003",
            "\ufeff",
            "\u200b",
            "\0",
            "\u001c",
            "\n",
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\nG=1\n",
            "\n\n",
            "\nH"
        ),
        [0xff],
        [0xc3],
        [0xed, 0xa0, 0x80],
    ];

    private static readonly byte[][] JsonParts =
    [
        .. Bytes(
            "1",
            "-0",
            "1e5",
            "1E+2",
            "01",
            "1.",
            ".5",
            "true",
            "null",
            "nul",
            "\"a\"",
            "\"\"",
            "\"<&>\"",
            "\"\\u00e9\"",
            "\"\\ud800\"",
            "\"\\x\"",
            "\"\t\"",
            "\"\u2028\"",
            "\"/\\/\"",
            "\"é\"",
            "[]",
            "{}",
            "[1, 2]"
        ),
        .. Bytes(
            "{\"a\" : 1}",
            "{\"a\":1,\"a\":2}",
            "[ [ ] ]",
            "[1,]",
            "{\"a\"}",
            "/* c */",
            "\ufeff",
            " ",
            "\n",
            "\r",
            "\t",
            "\u000c",
            "\u00a0",
            "\0"
        ),
        [(byte)'"', 0xff, (byte)'"'],
        [(byte)'"', 0xed, 0xa0, 0x80, (byte)'"'],
        [0xff],
    ];

    public static string[] LineFiles { get; } = [.. Enumerable.Range(0, Count).Select(index => Name("lines", index))];

    public static string[] JsonFiles { get; } = [.. Enumerable.Range(0, Count).Select(index => Name("json", index))];

    public static void Write(string folder)
    {
        var lines = Parts(LineParts).Sample(Count, new Rnd(3, 5), 12);
        var json = (
            from before in Gen.Elements(Bytes("", "", " ", "\n"))
            from parts in Parts(JsonParts)
            from after in Gen.Elements(Bytes("", "", "\n", "x"))
            select Wrap(before, parts, after)
        ).Sample(Count, new Rnd(3, 5), 2);
        for (var i = 0; i < Count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, LineFiles[i]), lines[i]);
            File.WriteAllBytes(Path.Combine(folder, JsonFiles[i]), json[i]);
        }
    }

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"random-{kind}-{index}");

    private static byte[] Wrap(byte[] before, byte[] parts, byte[] after) => [.. before, .. "{\"k\": "u8, .. parts, .. "}"u8, .. after];

    private static Gen<byte[]> Parts(byte[][] parts) =>
        Gen.Elements(parts).ListOf().Select(chosen => chosen.SelectMany(part => part).ToArray());

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
