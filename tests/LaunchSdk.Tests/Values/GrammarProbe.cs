using FsCheck;
using FsCheck.Fluent;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

/// <summary>What every grammar must hold, whatever it reads.</summary>
internal static class GrammarProbe
{
    /// <summary>Reads the text; true when it is accepted and printed back, or refused with a usable error.</summary>
    public static bool Holds<T>(TryParseValue<T> tryParse, string text)
        where T : DockerValue
    {
        if (tryParse(text, out var value, out var error))
        {
            return value.Text == text && (value is EnvironmentVariable || value.ToString() == text) && !value.IsTemplate && error is null;
        }

        // A grammar that does not count the blanks around a text leaves them out of its message too.
        return (typeof(T) == typeof(EnvironmentVariable) || error.Message.Contains(Shown(GoText.TrimSpace(text)), StringComparison.Ordinal))
            && error.Range.End <= text.Length
            && (error.Suggestion is null || tryParse(error.Suggestion, out _, out _));
    }

    /// <summary>The text as it stands in a message.</summary>
    private static string Shown(string text) => PrintableText.Line($"'{text}")[1..];

    /// <summary>The value, which must be accepted.</summary>
    public static T Accept<T>(TryParseValue<T> tryParse, string text)
        where T : DockerValue
    {
        Assert.True(tryParse(text, out var value, out var error), error?.Message);
        return value!;
    }

    /// <summary>The error of a text, which must be refused.</summary>
    public static GrammarError Refuse<T>(TryParseValue<T> tryParse, string text)
        where T : DockerValue
    {
        Assert.False(tryParse(text, out _, out var error), $"'{text}' is accepted");
        return error!;
    }
}

/// <summary>Texts near the grammars: made of their own characters, so that many are almost right.</summary>
public sealed class NearTexts
{
    private static readonly string[] Pieces =
    [
        "0",
        "1",
        "7",
        "9",
        "08",
        "0x",
        "0b",
        "0o",
        "1_0",
        "_",
        ".",
        ",",
        "-",
        "+",
        " ",
        "\t",
        "e",
        "p",
        "1e3",
        "b",
        "k",
        "m",
        "g",
        "kb",
        "ib",
        "h",
        "ms",
        "s",
        "d",
        "inf",
        "nan",
        ":",
        "/",
        "=",
        "@",
        "::",
        "%",
        "[",
        "]",
        "(",
        ")",
        "a",
        "F",
        "Z",
        "host",
        "container",
        "linux",
        "arm",
        "64",
        "always",
        "on-failure",
        "nofile",
        "net.",
        "sha256",
        "library",
        "localhost",
        "\u00e9",
        "\u0663",
        "\uff11",
        "\u212a",
        "\u0130",
        "\ud800",
        "\0",
        "9223372036854775807",
        "1/3",
        "99999999999999999999",
    ];

    public static Arbitrary<string> Text() =>
        Gen.OneOf(
                Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)
            )
            .ToArbitrary();
}
