using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Problems;
using LaunchSdk.Shells;

namespace LaunchSdk.Tests.Shells;

/// <summary>Each shell splits its line into the arguments again: POSIX by a real sh, the others by their documented rules.</summary>
public sealed class ShellTextTests
{
    private static readonly string[] Pieces =
    [
        "",
        " ",
        "a",
        "A=1",
        "'",
        "\"",
        "\\",
        "\\\\",
        "`",
        "$",
        "$HOME",
        "${x}",
        "$(id)",
        "%PATH%",
        "%",
        "!",
        "^",
        "&",
        "|",
        "<",
        ">",
        ";",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "*",
        "?",
        "~",
        "#",
        "=",
        ",",
        "@",
        "@x",
        "-",
        "--",
        "-p:x",
        "--name=a.b",
        "/",
        ":",
        "\t",
        "é",
        "😀",
        "‘",
        "’",
        "‚",
        "‛",
        "“",
        "”",
        "\u00a0",
        "\u2013",
        "1>&2",
        "\n",
        "\r\n",
        "\u001b[31m",
        "\u0007",
        "\u007f",
        "\u009b",
        "\u202e",
        "\u2028",
        "\u200b",
        "\U000e0041",
        "::error::",
        "##vso[task]",
    ];

    [Property(MaxTest = 60, Arbitrary = [typeof(ShellTextTests)])]
    public void A_posix_shell_gives_the_arguments_back(Words words)
    {
        string[] arguments = [.. words.Items, "line\nbreak", "at the end\n\n", "\n", "-\n"];
        var line = "printf '%s\\0' " + ShellText.Render(arguments, ShellSyntax.Posix);

        Assert.Equal(arguments, Run("sh", line));
        Assert.Equal(arguments, Run("bash", line));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(ShellTextTests)])]
    public void A_line_is_one_line_of_visible_characters(Words words)
    {
        string[] arguments = ["docker", .. words.Items, "a\n"];

        Assert.All(
            [ShellSyntax.Posix, ShellSyntax.PowerShell],
            shell => Assert.Equal(PrintableText.Line(ShellText.Render(arguments, shell)), ShellText.Render(arguments, shell))
        );
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(ShellTextTests)])]
    public void PowerShell_gives_the_arguments_back(Words words)
    {
        string[] arguments = ["docker", .. words.Items];

        Assert.Equal(arguments, PowerShellSplitter.Split(ShellText.Render(arguments, ShellSyntax.PowerShell)));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(ShellTextTests)])]
    public void Cmd_gives_the_arguments_back(Words words)
    {
        string[] arguments = ["docker", .. words.Items.Select(static word => string.Concat(word.EnumerateRunes().Where(IsVisible)))];

        Assert.Equal(arguments, CmdSplitter.Split(ShellText.Render(arguments, ShellSyntax.Cmd)));
    }

    [Theory]
    [InlineData(ShellSyntax.Posix, "A='x y'", "'A='\\''x y'\\'''")]
    [InlineData(ShellSyntax.PowerShell, "A='x y'", "'A=''x y'''")]
    [InlineData(ShellSyntax.Cmd, "A=\"x y\"", "^\"A=\\^\"x y\\^\"^\"")]
    [InlineData(ShellSyntax.Posix, "--rm", "--rm")]
    [InlineData(ShellSyntax.PowerShell, "--rm", "--rm")]
    [InlineData(ShellSyntax.Cmd, "--rm", "--rm")]
    [InlineData(ShellSyntax.Posix, "", "''")]
    [InlineData(ShellSyntax.PowerShell, "", "''")]
    [InlineData(ShellSyntax.Cmd, "", "^\"^\"")]
    public void A_word_is_quoted_as_the_shell_needs_it(ShellSyntax shell, string word, string expected) =>
        Assert.Equal(expected, ShellText.Render([word], shell));

    [Fact]
    public void What_a_shell_cannot_carry_is_refused()
    {
        Assert.All(
            ["a\nb", "\t", "\u001b[0m", "\u202e"],
            word => Assert.Throws<ArgumentException>(() => ShellText.Render([word], ShellSyntax.Cmd))
        );
        Assert.All(Enum.GetValues<ShellSyntax>(), shell => Assert.Throws<ArgumentException>(() => ShellText.Render(["a\0b"], shell)));
    }

    public static Arbitrary<Words> Words() =>
        Gen.Elements(Pieces)
            .ListOf()
            .Where(pieces => pieces.Count < 8)
            .Select(pieces => string.Concat(pieces))
            .ListOf()
            .Where(words => words.Count < 12)
            .Select(words => new Words([.. words]))
            .ToArbitrary();

    private static bool IsVisible(Rune rune) => PrintableText.Line(rune.ToString()) == rune.ToString();

    private static string[] Run(string shell, string script)
    {
        var start = new ProcessStartInfo(shell) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\0')[..^1];
    }
}
