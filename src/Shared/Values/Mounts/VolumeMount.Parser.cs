using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <content>Docker's short notation, in which Windows drives and separators differ without knowing the platform.</content>
public sealed partial class VolumeMount
{
    private const string Rule = "is not a volume ([source:]target[:options])";

    /// <summary>Reads the sections of the text; null when it is a volume.</summary>
    private static GrammarError? Read(string text, out string? source, out string target, out string? mode)
    {
        source = null;
        target = "";
        mode = null;
        if (text.Length == 0)
        {
            return GrammarError.Whole(text, $"'' {Rule}: write a path");
        }

        if (IsAtMostTwoBytes(text))
        {
            target = text;
            return null;
        }

        var fault = Split(text, ref source, ref target, ref mode, out var isEmptySection);
        if (fault < 0)
        {
            return null;
        }

        return isEmptySection
            ? new GrammarError(
                $"'{text}' {Rule}: nothing stands before a colon or behind the last: leave the colon out",
                new TextRange(fault, 1),
                WithoutColon(text, fault)
            )
            : new GrammarError(
                $"'{text}' {Rule}: it has more than two separating colons: leave out what follows the third part, or "
                    + $"use 'mount' for a path with a colon",
                TextRange.Between(fault, text.Length),
                fault == text.Length - 1 ? WithoutColon(text, fault) : null
            );
    }

    /// <summary>Whether docker takes the source for a path of the host rather than the name of a volume.</summary>
    private static bool IsPath(string source)
    {
        if (source[0] is '.' or '/' or '~')
        {
            return true;
        }

        var second = FirstLength(source, 0);
        return second < source.Length
            && (source.StartsWith("\\\\", StringComparison.Ordinal) || (char.IsLetter(source, 0) && source[second] == ':'));
    }

    /// <summary>Reads the sections; gives the offset of the colon at fault, or -1.</summary>
    private static int Split(string text, ref string? source, ref string target, ref string? mode, out bool isEmptySection)
    {
        isEmptySection = false;
        var start = 0;
        for (var sections = 0; ; sections++)
        {
            var end = SectionEnd(text, start);
            var isLast = end == text.Length;
            if (end == start)
            {
                isEmptySection = true;
                return isLast ? end - 1 : end;
            }

            if (sections == 2 && !isLast)
            {
                return end;
            }

            var section = text.Substring(start, end - start);
            switch (sections)
            {
                case 0 when !isLast:
                    source = section;
                    break;
                case 0 or 1:
                    target = section;
                    break;
                default:
                    mode = section;
                    break;
            }

            if (isLast)
            {
                return -1;
            }

            start = end + 1;
        }
    }

    /// <summary>Offset of the next separating colon, or the end of the text: a colon behind a section's only letter is a drive's.</summary>
    private static int SectionEnd(string text, int start)
    {
        if (start >= text.Length)
        {
            return text.Length;
        }

        var drive = start + FirstLength(text, start);
        var from = drive < text.Length && text[drive] == ':' && char.IsLetter(text, start) ? drive + 1 : start;
        var colon = text.IndexOf(':', from);
        return colon < 0 ? text.Length : colon;
    }

    private static int FirstLength(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    // Docker counts UTF-8: one letter with an accent is already two bytes.
    private static bool IsAtMostTwoBytes(string text) =>
        text.Length == 1 ? text[0] < 0x800 : text.Length == 2 && text[0] < 0x80 && text[1] < 0x80;

    private static string? WithoutColon(string text, int colon)
    {
        var shorter = text.Remove(colon, 1);
        string? source = null,
            mode = null;
        var target = "";
        return shorter.Length > 2 && Split(shorter, ref source, ref target, ref mode, out _) < 0 ? shorter : null;
    }
}
