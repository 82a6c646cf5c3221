using System.Text;
using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Tests.Documents;

/// <summary>Shows documents and problems as short texts, so that a test's expectation is one line.</summary>
internal static class DocumentText
{
    public static ConfigDocument Json(string text) => ConfigDocument.Read(text, ConfigFormat.Json, "queue.json");

    public static ConfigDocument Yaml(string text) => ConfigDocument.Read(text, ConfigFormat.Yaml, "queue.yaml");

    /// <summary><c>LSDK0001@2,3 LSDK0002@4,1</c>.</summary>
    public static string Places(this ConfigDocument document) =>
        string.Join(' ', document.Problems.Select(static problem => $"{problem.Rule.Id}@{problem.File!.Start}"));

    /// <summary>Kinds and texts: <c>{a: n1, b: [s"x", true, null]}</c>.</summary>
    public static string Show(this ConfigNode node) =>
        node.Kind switch
        {
            ConfigNodeKind.Null => "null",
            ConfigNodeKind.Boolean => node.BooleanValue ? "true" : "false",
            ConfigNodeKind.Number => "n" + node.Text,
            ConfigNodeKind.String => $"s\"{node.Text}\"",
            ConfigNodeKind.Sequence => $"[{string.Join(", ", node.Items.Select(Show))}]",
            _ => $"{{{string.Join(", ", node.Members.Select(static member => $"{member.Key.Text}: {Show(member.Value)}"))}}}",
        };

    /// <summary>Each node's source text, outermost first.</summary>
    public static string Ranges(this ConfigNode node)
    {
        var shown = new StringBuilder();
        Append(node, shown);
        return shown.ToString();
    }

    /// <summary>The text with every edit applied, from the back.</summary>
    public static string Mend(this ConfigDocument document)
    {
        var text = document.Text;
        var edits = document
            .Problems.Select(static problem => problem.Edit)
            .OfType<ConfigEdit>()
            .OrderByDescending(static edit => edit.Range.Start);
        foreach (var edit in edits)
        {
            text = text.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText);
        }

        return text;
    }

    private static void Append(ConfigNode node, StringBuilder shown)
    {
        shown.Append('<').Append(node.Document.Text, node.Range.Start, node.Range.Length).Append('>');
        foreach (var item in node.Items)
        {
            Append(item, shown);
        }

        foreach (var member in node.Members)
        {
            Append(member.Key, shown);
            Append(member.Value, shown);
        }
    }
}
