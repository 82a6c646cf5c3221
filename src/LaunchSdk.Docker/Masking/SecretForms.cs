using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Masking;

/// <summary>The ways in which a secret is written, each byte of UTF-8 as one char.</summary>
internal static partial class SecretForms
{
    // Fewer characters of base64 would be found in texts that have nothing to do with the secret.
    private const int ShortestBase64 = 4;
    private const int ShortestLine = 8;

    public static void AddTo(HashSet<string> forms, string secret)
    {
        AddOne(forms, secret);
        var trimmed = secret.Trim();
        if (trimmed.Length != secret.Length)
        {
            AddOne(forms, trimmed);
        }

        foreach (var line in trimmed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length >= ShortestLine && line.Length < trimmed.Length)
            {
                AddOne(forms, line);
            }
        }
    }

    private static void AddOne(HashSet<string> forms, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        if (bytes.Length < SecretMasker.ShortestSecret)
        {
            return;
        }

        forms.Add(Encoding.Latin1.GetString(bytes));
        forms.Add(Escaped(JsonEncodedText.Encode(secret).ToString()));
        forms.Add(
            Escaped(JsonEncodedText.Encode(secret, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())
        );
        AddUrlForms(forms, secret);
        for (var offset = 0; offset < 3; offset++)
        {
            AddBase64(forms, bytes, offset);
        }
    }

    // Encoders differ in which characters they leave alone, how they write a space, and in the case of the digits.
    private static void AddUrlForms(HashSet<string> forms, string secret)
    {
        var strict = Uri.EscapeDataString(secret);
        var form = WebUtility.UrlEncode(secret);
        string[] ways =
        [
            strict,
            form,
            strict.Replace("%2F", "/", StringComparison.Ordinal),
            Reserved().Replace(strict, static match => Uri.UnescapeDataString(match.Value)),
            form.Replace("+", "%20", StringComparison.Ordinal),
            form.Replace("~", "%7E", StringComparison.Ordinal),
            Marks().Replace(strict, static match => Uri.UnescapeDataString(match.Value)),
        ];
        foreach (var way in ways)
        {
            forms.Add(Escaped(way));
            forms.Add(Escaped(Digits().Replace(way, static match => match.Value.ToLowerInvariant())));
        }
    }

    // Only the characters that the bytes before and after the secret have no part in.
    private static void AddBase64(HashSet<string> forms, byte[] bytes, int offset)
    {
        var padded = new byte[offset + bytes.Length];
        bytes.CopyTo(padded, offset);
        var text = Convert.ToBase64String(padded);
        var from = ((offset * 8) + 5) / 6;
        var to = padded.Length * 8 / 6;
        if (to - from < ShortestBase64)
        {
            return;
        }

        var core = text[from..to];
        forms.Add(core);
        forms.Add(core.Replace('+', '-').Replace('/', '_'));
        forms.Add(core.Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal));
    }

    private static string Escaped(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Digits();

    [GeneratedRegex("%(3B|2C|2F|3F|3A|40|26|3D|2B|24|23)")]
    private static partial Regex Reserved();

    [GeneratedRegex("%(21|27|28|29|2A)")]
    private static partial Regex Marks();
}
