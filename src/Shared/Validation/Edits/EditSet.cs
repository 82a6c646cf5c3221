using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Several changes of one text.</summary>
internal static class EditSet
{
    /// <summary>Those that can be made together: in the order of the text, and of edits that touch each other the first.</summary>
    /// <param name="items">What carries the edits.</param>
    /// <param name="rangeOf">What the edit of an item replaces.</param>
    public static List<T> Choose<T>(IEnumerable<T> items, Func<T, TextRange> rangeOf)
    {
        var chosen = new List<T>();
        var end = -1;
        foreach (var item in items.OrderBy(item => rangeOf(item).Start))
        {
            if (rangeOf(item).Start > end)
            {
                chosen.Add(item);
                end = rangeOf(item).End;
            }
        }

        return chosen;
    }

    /// <summary>The text with edits put in; they are in the order of the text and do not overlap.</summary>
    public static string Apply(string text, IEnumerable<ConfigEdit> edits)
    {
        var changed = new StringBuilder(text.Length + 64);
        var from = 0;
        foreach (var edit in edits)
        {
            changed.Append(text, from, edit.Range.Start - from).Append(edit.NewText);
            from = edit.Range.End;
        }

        return changed.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>One edit that makes several changes, from the first place to the last; they do not overlap.</summary>
    public static ConfigEdit Merge(string title, string text, IEnumerable<(TextRange Range, string NewText)> changes)
    {
        var edits = changes
            .OrderBy(change => change.Range.Start)
            .ThenBy(change => change.Range.Length)
            .Select(change => new ConfigEdit(title, change.Range, change.NewText))
            .ToList();
        var start = edits[0].Range.Start;
        var end = edits[edits.Count - 1].Range.End;
        var changed = Apply(text, edits);
        return new ConfigEdit(title, TextRange.Between(start, end), changed.Substring(start, changed.Length - (text.Length - end) - start));
    }
}
