using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Edits;

/// <summary>Turns a mapping of names and values, as Compose has it, into the list of <c>name=value</c> that docker takes.</summary>
internal static class PairsEdit
{
    /// <summary>The change; null where the option takes no pairs, or a value is more than plain data on its key's line.</summary>
    public static ConfigEdit? Create(DockerOption option, ConfigNode mapping)
    {
        var written = NodePlace.Written(mapping);
        if (
            !TakesPairs(option.Grammar)
            || mapping.Members.Count == 0
            || written.IndexOf('#') >= 0
            || NodePlace.IsAlias(mapping)
            || NodePlace.IsShared(mapping)
        )
        {
            return null;
        }

        var items = new List<string>();
        foreach (var member in mapping.Members)
        {
            if (member.Value.Kind is not (ConfigNodeKind.String or ConfigNodeKind.Number or ConfigNodeKind.Boolean))
            {
                return null;
            }

            items.Add(JsonText.Quote(member.Key.Text + "=" + member.Value.Text));
        }

        var text = written[0] == '{' ? $"[{string.Join(", ", items)}]" : Block(mapping.Document.Text, mapping.Range.Start, items);
        return new ConfigEdit("Write a list of name=value", mapping.Range, text);
    }

    private static bool TakesPairs(Grammar grammar) =>
        grammar is Grammar.EnvironmentVariable or Grammar.Label or Grammar.KeyValue or Grammar.StorageOption or Grammar.Sysctl;

    private static string Block(string document, int start, List<string> items)
    {
        var lineStart = TextLines.Start(document, start);
        var indent = document.Substring(lineStart, start - lineStart).Select(static c => c == '\t' ? c : ' ');
        var line = TextLines.Break(document) + string.Concat(indent);
        return "- " + string.Join(line + "- ", items);
    }
}
