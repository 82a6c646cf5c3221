using System.Globalization;
using System.Numerics;

namespace LaunchSdk.Documents;

/// <summary>Numbers as each notation writes them: as they are where that is possible.</summary>
internal static class NumberText
{
    public static string ToYaml(string text) => YamlScalars.Resolve(text) == ConfigNodeKind.Number ? text : throw NotANumber(text);

    /// <summary>
    /// JSON has neither <c>0x1f</c>, <c>+1</c>, <c>007</c>, <c>.5</c> nor <c>1.</c>; infinity and not-a-number are text there.
    /// </summary>
    public static string ToJson(string text)
    {
        if (JsonNumber.IsNumber(text))
        {
            return text;
        }

        if (YamlScalars.Resolve(text) != ConfigNodeKind.Number)
        {
            throw NotANumber(text);
        }

        if (text.Length > 2 && text[1] is 'x' or 'o')
        {
            return FromRadix(text).ToString(CultureInfo.InvariantCulture);
        }

        return Finite(text) ?? JsonText.Quote(text);
    }

    private static string? Finite(string text)
    {
        var sign = text[0] == '-' ? "-" : string.Empty;
        var digits = text.TrimStart('+', '-').TrimStart('0');
        if (digits.Length == 0 || digits[0] is not (>= '0' and <= '9'))
        {
            digits = "0" + digits;
        }

        var point = digits.IndexOf('.');
        if (point >= 0 && (point + 1 == digits.Length || digits[point + 1] is not (>= '0' and <= '9')))
        {
            digits = digits.Insert(point + 1, "0");
        }

        return JsonNumber.IsNumber(sign + digits) ? sign + digits : null;
    }

    private static BigInteger FromRadix(string text)
    {
        var radix = text[1] == 'x' ? 16 : 8;
        var value = BigInteger.Zero;
        for (var i = 2; i < text.Length; i++)
        {
            var c = text[i];
            value = (value * radix) + (c <= '9' ? c - '0' : (c | ' ') - 'a' + 10);
        }

        return value;
    }

    private static ArgumentException NotANumber(string text) =>
        new($"'{text}' is not a number (such as 4, 0.5 or 1e3): write it with String.", nameof(text));
}
