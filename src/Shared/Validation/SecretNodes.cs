using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;

namespace LaunchSdk.Validation;

/// <summary>
/// The values of a file that may hold secrets, by the schema's <c>x-launch-secret</c>. Nothing is read before a problem is at one of
/// them.
/// </summary>
internal sealed class SecretNodes
{
    // In longer lists nobody looks for the one item: what stands at the place is hidden as it is written.
    private const int LongestSearched = 100_000;
    private const int LongestShown = 1_000;

    private readonly List<(DockerOption Option, ConfigNode Value, bool IsBroken)> _nodes = [];

    private enum Meaning
    {
        NameOrPair,
        Pair,
        Secret,
    }

    /// <summary>Adds the value of an option, whatever its type.</summary>
    public void Add(DockerOption option, ConfigNode value) => _nodes.Add((option, value, false));

    /// <summary>Adds the values of all keys that are names of such options, wherever they stand in a file of broken notation.</summary>
    public void AddByName(ConfigNode node)
    {
        if (node.Kind == ConfigNodeKind.Sequence)
        {
            foreach (var item in node.Items)
            {
                AddByName(item);
            }
        }
        else if (node.Kind == ConfigNodeKind.Mapping)
        {
            foreach (var member in node.Members)
            {
                if (DockerOptions.TryGet(member.Key.Text, out var option) && option.HidesValues)
                {
                    _nodes.Add((option, member.Value, true));
                }
                else
                {
                    AddByName(member.Value);
                }
            }
        }
    }

    /// <summary>Hides what may be secret at a place; null where nothing is.</summary>
    public ValueMask? MaskOf(TextRange range)
    {
        ValueMask? mask = null;
        foreach (var (option, value, isBroken) in _nodes)
        {
            if (Touches(value.Range, range))
            {
                mask ??= ValueMask.Of([], option.Name, option.ShortName);
                AddTexts(mask, value, range, isBroken ? Meaning.Pair : Meaning.NameOrPair);
            }
        }

        return mask;
    }

    /// <summary>The edit with a title that does not show the value that it changes.</summary>
    public ConfigEdit? HideTitle(ConfigEdit? edit) =>
        edit is not null && _nodes.Exists(node => Touches(node.Value.Range, edit.Range))
            ? edit with
            {
                Title = "Change the value as the message says",
            }
            : edit;

    /// <summary>Whether two stretches have a place in common, be it an end.</summary>
    public static bool Touches(TextRange value, TextRange other) => other.Start <= value.End && value.Start <= other.End;

    // A text alone is a name, but not in a broken notation, where nobody knows. {NAME: secret} is how people write NAME=secret when
    // they do not know the notation.
    private static void AddTexts(ValueMask mask, ConfigNode node, TextRange range, Meaning meaning)
    {
        if (!Touches(node.Range, range))
        {
            return;
        }

        switch (node.Kind)
        {
            case ConfigNodeKind.String
            or ConfigNodeKind.Number when meaning == Meaning.Secret || (meaning == Meaning.Pair && node.Text.IndexOf('=') < 0):
                mask.AddWhole(node.Text);
                break;
            case ConfigNodeKind.String or ConfigNodeKind.Number:
                mask.Add(node.Text);
                break;
            case ConfigNodeKind.Sequence or ConfigNodeKind.Mapping when node.Range.Length > LongestSearched:
                mask.AddWhole(node.Document.Text.Substring(range.Start, Math.Min(range.Length, LongestShown)));
                break;
            case ConfigNodeKind.Sequence:
                foreach (var item in node.Items)
                {
                    AddTexts(mask, item, range, meaning);
                }

                break;
            case ConfigNodeKind.Mapping:
                foreach (var member in node.Members)
                {
                    mask.Add(member.Key.Text);
                    AddTexts(mask, member.Value, range, Meaning.Secret);
                }

                break;
        }
    }
}
