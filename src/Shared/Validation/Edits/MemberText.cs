using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Takes members out of mappings and puts others in, in lines and in brackets.</summary>
internal static class MemberText
{
    /// <summary>Takes a member out; its comments stay, each on its line. Null where it cannot be told what belongs to the member.</summary>
    public static (TextRange Range, string NewText)? Remove(ConfigNode mapping, ConfigMember member)
    {
        var text = mapping.Document.Text;
        if (!IsSimple(mapping, member))
        {
            return null;
        }

        return IsInBrackets(mapping) ? RemoveFromBrackets(mapping, member) : RemoveLines(text, member);
    }

    /// <summary>Puts a member behind the last one of a mapping; null where the mapping's end is not plain to see.</summary>
    public static (TextRange Range, string NewText)? Insert(ConfigNode mapping, string key, ConfigNode value)
    {
        var text = mapping.Document.Text;
        var written = NodePlace.Written(value);
        if (IsInBrackets(mapping))
        {
            var isInFlow = value.IsPlain && written.IndexOfAny(ConfigNode.FlowIndicators) >= 0;
            var pair = Key(mapping, key) + ": " + (isInFlow ? JsonText.Quote(value.Text) : written);
            if (mapping.Members.Count == 0)
            {
                return IsBlank(text, mapping.Range.Start + 1, mapping.Range.End - 1)
                    ? (new TextRange(mapping.Range.Start + 1, 0), pair)
                    : null;
            }

            // Written as the last key is: on a line of its own, or behind a comma.
            var last = mapping.Members.Last();
            var line = TextLines.Start(text, last.Key.Range.Start);
            var lead =
                line > 0 && TextLines.IsBlank(text, line, last.Key.Range.Start)
                    ? TextLines.Break(text) + text.Substring(line, last.Key.Range.Start - line)
                    : " ";
            return (new TextRange(last.Value.Range.End, 0), "," + lead + pair);
        }

        // Behind a text that ends with its lines, another line could become part of it.
        var start = TextLines.Start(text, mapping.Range.Start);
        if (!TextLines.IsBlank(text, start, mapping.Range.Start) || EndsWithBlock(mapping))
        {
            return null;
        }

        var content = text.Substring(start, mapping.Range.Start - start) + Key(mapping, key) + ": " + written;
        return (new TextRange(TextLines.End(text, mapping.Range.End), 0), TextLines.Break(text) + content);
    }

    private static (TextRange, string)? RemoveFromBrackets(ConfigNode mapping, ConfigMember member)
    {
        var text = mapping.Document.Text;
        var (previousEnd, next) = (-1, -1);
        foreach (var other in mapping.Members)
        {
            if (other.Key.Range.Start > member.Key.Range.Start)
            {
                next = other.Key.Range.Start;
                break;
            }

            previousEnd = other.Key.Range.Start < member.Key.Range.Start ? other.Value.Range.End : previousEnd;
        }

        var range =
            next >= 0
                ? TextRange.Between(member.Key.Range.Start, next)
                : TextRange.Between(previousEnd >= 0 ? previousEnd : member.Key.Range.Start, member.Value.Range.End);
        return text.IndexOf('#', range.Start, range.Length) < 0 ? (range, "") : null;
    }

    private static (TextRange, string)? RemoveLines(string text, ConfigMember member)
    {
        var start = TextLines.Start(text, member.Key.Range.Start);
        if (!TextLines.IsBlank(text, start, member.Key.Range.Start))
        {
            return null;
        }

        var end = TextLines.Next(text, member.Value.Range.End);
        var indent = text.Substring(start, member.Key.Range.Start - start);
        var kept = string.Concat(Comments.In(text, TextRange.Between(start, end), member).Select(comment => indent + comment));

        // A text without a line break at its end gets none.
        start =
            end == text.Length && start > 0 && kept.Length == 0 && text[end - 1] is not ('\n' or '\r')
                ? TextLines.End(text, TextLines.Start(text, start - 1))
                : start;
        return (TextRange.Between(start, end), kept);
    }

    private static bool IsSimple(ConfigNode mapping, ConfigMember member)
    {
        var text = mapping.Document.Text;
        var (start, end) = (member.Key.Range.Start, member.Value.Range.End);
        var line = TextLines.Start(text, start);
        return end > start && text.IndexOf('&', start, end - start) < 0 && text.IndexOf('?', line, start - line) < 0;
    }

    private static bool IsInBrackets(ConfigNode mapping) => mapping.Document.Text[mapping.Range.Start] == '{';

    private static bool EndsWithBlock(ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Mapping when node.Members.Count > 0 => EndsWithBlock(node.Members.Last().Value),
            ConfigNodeKind.Sequence when node.Items.Count > 0 => EndsWithBlock(node.Items.Last()),
            _ => NodePlace.IsBlock(node),
        };

    private static bool IsBlank(string text, int start, int end) => text.Substring(start, end - start).Trim().Length == 0;

    // As the mapping's other keys are: in quotes or without.
    private static string Key(ConfigNode mapping, string key) =>
        mapping.Members.Count > 0 ? mapping.Members.First().Key.Quote(key)
        : mapping.Document.Format == ConfigFormat.Json ? JsonText.Quote(key)
        : key;
}
