using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>Makes the changes that mend problems. None is made where the text around the place could turn into something else.</summary>
internal static class ConfigEdits
{
    private static readonly char[] FlowIndicators = [',', '[', ']', '{', '}'];

    /// <summary>Puts another text in a scalar's place, quoted as the place needs it; null for a block scalar, and where nothing is meant.</summary>
    public static ConfigEdit? Replace(ConfigNode node, string? meant) => meant is null || IsBlock(node)
        ? null
        : new ConfigEdit($"Change '{NodeText.Shorten(node.Text)}' to '{NodeText.Shorten(meant)}'", node.Range, node.Quote(meant));

    /// <summary>Gives a key another name; null where the mapping has that name already.</summary>
    public static ConfigEdit? Rename(ConfigNode mapping, ConfigNode key, string? meant) =>
        meant is null || mapping.TryGetMember(meant, out _) ? null : Replace(key, meant);

    /// <summary>Gives the key before a value another name; null where that key is not <paramref name="name"/>, as it is behind an alias.</summary>
    public static ConfigEdit? RenameKeyOf(ConfigNode value, string name, string meant)
    {
        if (value.IsMissing || value.Index == 0 || value.Sibling(value.Index - 1) is not { Kind: ConfigNodeKind.String } key || !key.TextEquals(name))
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
        if (node.Kind is ConfigNodeKind.Null or ConfigNodeKind.Mapping or ConfigNodeKind.Sequence || IsBlock(node))
        {
            return null;
        }

        var written = Written(node);
        var item = node.IsPlain && written.IndexOfAny(FlowIndicators) >= 0 ? node.Quote(node.Text, isInFlow: true) : written;
        return new ConfigEdit($"Write a list: [{NodeText.Shorten(node.Text)}]", node.Range, $"[{item}]");
    }

    /// <summary>Takes the only item out of its list; null for other lists.</summary>
    public static ConfigEdit? TakeOutOfList(ConfigNode list)
    {
        if (list.Items.Count != 1)
        {
            return null;
        }

        var item = list.Items.First();
        var isScalar = item.Kind is ConfigNodeKind.String or ConfigNodeKind.Number && !IsBlock(item);
        var written = Written(list);
        return isScalar && written[0] == '[' && written.IndexOf('\n') < 0
            ? new ConfigEdit($"Write {NodeText.Shorten(item.Text)} without a list", list.Range, Written(item))
            : null;
    }

    /// <summary>Puts a plain scalar in double quotes; null for an empty one, which has nothing to quote.</summary>
    public static ConfigEdit? Quote(ConfigNode node) => node.Range.Length == 0 || !node.IsPlain
        ? null
        : new ConfigEdit($"Quote '{Written(node)}'", node.Range, JsonText.Quote(Written(node)));

    /// <summary>Writes true or false for text on a flag; null for text that is neither.</summary>
    public static ConfigEdit? AsFlag(ConfigNode node)
    {
        var word = node.Kind is ConfigNodeKind.String or ConfigNodeKind.Number && !IsBlock(node) ? FlagOf(node.Text.ToLowerInvariant()) : null;
        return word is null ? null : new ConfigEdit($"Write {word} without quotes", node.Range, word);
    }

    private static string? FlagOf(string word) => word switch
    {
        "true" or "yes" or "on" or "y" or "1" => "true",
        "false" or "no" or "off" or "n" or "0" => "false",
        _ => null,
    };

    private static string Written(ConfigNode node) => node.Document.Text.Substring(node.Range.Start, node.Range.Length);

    private static bool IsBlock(ConfigNode node) =>
        node.Range.Length > 0 && !node.IsPlain && node.Document.Text[node.Range.Start] is '|' or '>';
}
