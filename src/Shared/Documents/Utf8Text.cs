using System.Text;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

/// <summary>Decodes the bytes of a file and says what is wrong with them.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DocumentSource Decode(byte[] bytes, string path)
    {
        if (bytes.Length > ConfigLimits.MaxSize)
        {
            return Refuse(path, LimitExceeded.Size(bytes.Length, "bytes", ConfigLimits.MaxSize));
        }

        if (bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
        {
            return Refuse(path, Syntax.Utf16);
        }

        var start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        try
        {
            return new DocumentSource(path, Strict.GetString(bytes, start, bytes.Length - start));
        }
        catch (DecoderFallbackException exception)
        {
            return DecodeInvalid(bytes, start, start + Math.Max(0, exception.Index), path);
        }
    }

    private static DocumentSource DecodeInvalid(byte[] bytes, int start, int invalid, string path)
    {
        var source = new DocumentSource(path, Encoding.UTF8.GetString(bytes, start, bytes.Length - start)) { IsUtf8 = false };
        var offset = Encoding.UTF8.GetCharCount(bytes, start, invalid - start);
        source.Report(Syntax.NotUtf8(bytes[invalid]), new TextRange(offset, 1));
        return source;
    }

    private static DocumentSource Refuse(string path, Violation violation)
    {
        var source = new DocumentSource(path, string.Empty);
        source.Report(violation, default);
        return source;
    }

    /// <summary>The start of a file as text, enough to tell its notation.</summary>
    public static string FirstCharacters(byte[] utf8)
    {
        var start = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        while (start < utf8.Length && utf8[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return start < utf8.Length ? ((char)utf8[start]).ToString() : "";
    }
}
