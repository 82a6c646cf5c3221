using YamlDotNet.Core.Events;

namespace LaunchSdk.Documents;

internal sealed partial class YamlReader
{
    private const string CorePrefix = "tag:yaml.org,2002:";

    private ConfigNodeKind ApplyTag(Scalar scalar, ConfigNodeKind resolved, int start, int end)
    {
        var tag = scalar.Tag.ToString();
        var asPlain = YamlScalars.Resolve(scalar.Value);
        var (kind, fits) = tag switch
        {
            "!" or CorePrefix + "str" => (ConfigNodeKind.String, true),
            CorePrefix + "null" => (ConfigNodeKind.Null, asPlain == ConfigNodeKind.Null),
            CorePrefix + "bool" => (ConfigNodeKind.Boolean, asPlain == ConfigNodeKind.Boolean),
            CorePrefix + "int" => (ConfigNodeKind.Number, asPlain == ConfigNodeKind.Number && YamlScalars.IsInteger(scalar.Value)),
            CorePrefix + "float" => (ConfigNodeKind.Number, asPlain == ConfigNodeKind.Number),
            _ => (ConfigNodeKind.Null, false),
        };
        if (fits)
        {
            return kind;
        }

        if (kind != ConfigNodeKind.Null || tag == CorePrefix + "null")
        {
            Report(
                start,
                end - start,
                $"'{CharacterNames.Shorten(scalar.Value)}' is not what its tag {ShowTag(tag)} says: remove the tag or change the value"
            );
        }
        else
        {
            ReportTag(scalar, tag);
        }

        return resolved;
    }

    private void CheckCollectionTag(NodeEvent node, ConfigNodeKind kind, int start)
    {
        if (node.Tag.IsEmpty)
        {
            return;
        }

        var tag = node.Tag.ToString();
        if (tag is CorePrefix + "map" or CorePrefix + "seq")
        {
            if ((tag == CorePrefix + "map") != (kind == ConfigNodeKind.Mapping))
            {
                Report(start, 1, $"the value is not what its tag {ShowTag(tag)} says: remove the tag or change the value");
            }
        }
        else if (tag != "!")
        {
            ReportTag(node, tag);
        }
    }

    private void ReportTag(NodeEvent node, string tag)
    {
        var start = OffsetOf(node.Start);
        var length = Math.Max(1, Math.Min(OffsetOf(node.End), Text.Length) - start);
        var at = Text.IndexOf('!', start, Math.Min(length, Text.Length - start));
        start = at < 0 ? start : at;
        var end = start;
        while (end < Text.Length && Text[end] is not (' ' or '\t' or '\n' or '\r' or ',' or ']' or '}'))
        {
            end++;
        }

        Report(
            start,
            end - start,
            $"the tag {ShowTag(tag)} means nothing here (known are !!str, !!int, !!float, !!bool, !!null, !!seq and "
                + $"!!map): remove it, or put the text in quotes"
        );
    }

    private static string ShowTag(string tag) =>
        CharacterNames.Shorten(tag.StartsWith(CorePrefix, StringComparison.Ordinal) ? $"!!{tag.Substring(CorePrefix.Length)}" : tag);
}
