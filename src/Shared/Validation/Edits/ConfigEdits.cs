using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Makes the changes that mend problems. None is made where the text around the place could turn into something else.</summary>
internal static class ConfigEdits
{
    /// <summary>
    /// Puts another text in a scalar's place, quoted as the place needs it; null for a block scalar, and where nothing is meant.
    /// </summary>
    public static ConfigEdit? Replace(ConfigNode node, string? meant) =>
        meant is null || NodePlace.IsBlock(node) || NodePlace.IsShared(node)
            ? null
            : new ConfigEdit($"Change '{Phrases.Shorten(node.Text)}' to '{Phrases.Shorten(meant)}'", node.Range, node.Quote(meant));

    /// <summary>Gives a key another name; null where the mapping has that name already.</summary>
    public static ConfigEdit? Rename(ConfigNode mapping, ConfigNode key, string? meant) =>
        meant is null || mapping.TryGetMember(meant, out _) ? null : Replace(key, meant);

    /// <summary>
    /// Gives the key before a value another name; null where that key is not <paramref name="name"/>, as it is behind an alias.
    /// </summary>
    public static ConfigEdit? RenameKeyOf(ConfigNode value, string name, string meant)
    {
        if (
            value.IsMissing
            || value.Index == 0
            || value.Sibling(value.Index - 1) is not { Kind: ConfigNodeKind.String } key
            || !key.TextEquals(name)
        )
        {
            return null;
        }

        // A node comes before all that is in it, so the nearest mapping that reaches behind the key is the key's.
        var parent = key.Index - 1;
        while (parent > 0 && !(value.Document.Tape[parent] is { Kind: ConfigNodeKind.Mapping } row && row.Link > key.Index))
        {
            parent--;
        }

        return Rename(value.Sibling(parent), key, meant);
    }

    /// <summary>Puts one value in brackets; null for what cannot stand in them as it is written.</summary>
    public static ConfigEdit? WrapInList(ConfigNode node)
    {
        if (
            node.Kind is ConfigNodeKind.Null or ConfigNodeKind.Mapping or ConfigNodeKind.Sequence
            || NodePlace.IsBlock(node)
            || NodePlace.IsShared(node)
        )
        {
            return null;
        }

        var written = NodePlace.Written(node);
        if (written is ['!', ..])
        {
            return null;
        }

        var item = node.IsPlain && written.IndexOfAny(ConfigNode.FlowIndicators) >= 0 ? node.Quote(node.Text, isInFlow: true) : written;
        return new ConfigEdit($"Write a list: [{Phrases.Shorten(node.Text)}]", node.Range, $"[{item}]");
    }

    /// <summary>Takes the only item out of its list; null for other lists, and where a comment would go with the brackets.</summary>
    public static ConfigEdit? TakeOutOfList(ConfigNode list)
    {
        if (
            list.Items.Count != 1
            || list.Items.First() is not { Kind: ConfigNodeKind.String or ConfigNodeKind.Number } item
            || NodePlace.IsBlock(item)
            || NodePlace.IsAlias(list)
            || NodePlace.IsShared(list)
        )
        {
            return null;
        }

        var title = $"Write {Phrases.Shorten(item.Text)} without a list";
        var written = NodePlace.Written(list);
        var before = written.Substring(0, item.Range.Start - list.Range.Start);
        var behind = written.Substring(item.Range.End - list.Range.Start);
        if (written[0] == '[')
        {
            return before.Substring(1).Trim().Length == 0 && behind.Trim(' ', '\t', '\r', '\n', ',') == "]"
                ? new ConfigEdit(title, list.Range, NodePlace.Written(item))
                : null;
        }

        // A list in lines stands below its key, and its item belongs beside it.
        var text = list.Document.Text;
        var colon = list.Range.Start - 1;
        while (colon > 0 && text[colon] is ' ' or '\t' or '\r' or '\n')
        {
            colon--;
        }

        return before.Trim() == "-" && behind.Length == 0 && text[colon] == ':'
            ? new ConfigEdit(title, TextRange.Between(colon + 1, item.Range.End), " " + NodePlace.Written(item))
            : null;
    }

    /// <summary>Puts a plain scalar in double quotes; null for an empty one, which has nothing to quote.</summary>
    public static ConfigEdit? Quote(ConfigNode node)
    {
        if (node.Range.Length == 0 || !node.IsPlain || NodePlace.IsShared(node))
        {
            return null;
        }

        // 'True' is the boolean true, and as text the word that was written. Behind an alias, or over several lines, the text is not what
        // stands there.
        var written = NodePlace.Written(node);
        var isElsewhere = NodePlace.IsAlias(node) || written.IndexOfAny(['\n', '\r']) >= 0;
        if (isElsewhere && node.Kind is ConfigNodeKind.Boolean or ConfigNodeKind.Null)
        {
            return null;
        }

        var text = isElsewhere ? node.Text : written;
        return new ConfigEdit($"Quote '{Phrases.Shorten(text)}'", node.Range, JsonText.Quote(text));
    }

    /// <summary>Writes true or false for text on a flag; null for text that is neither.</summary>
    public static ConfigEdit? AsFlag(ConfigNode node)
    {
        var isText = node.Kind is ConfigNodeKind.String or ConfigNodeKind.Number && !NodePlace.IsBlock(node) && !NodePlace.IsShared(node);
        var word = isText ? FlagOf(node.Text.ToLowerInvariant()) : null;
        return word is null ? null : new ConfigEdit($"Write {word} without quotes", node.Range, word);
    }

    private static string? FlagOf(string word) =>
        word switch
        {
            "true" or "yes" or "on" or "y" or "1" => "true",
            "false" or "no" or "off" or "n" or "0" => "false",
            _ => null,
        };
}
