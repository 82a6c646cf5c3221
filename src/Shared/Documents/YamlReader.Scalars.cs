using LaunchSdk.Problems.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LaunchSdk.Documents;

internal sealed partial class YamlReader
{
    private void AcceptScalar(Scalar scalar)
    {
        if (_skipped > 0)
        {
            return;
        }

        var start = ContentStart(scalar);
        var end = Math.Max(start, TrimEnd(scalar, start));
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var value = scalar.Value;
        if (ExpectsKey && isPlain && value.Length == 0 && scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty)
        {
            ReportSyntax(start > 0 && Text[start - 1] == ':' ? start - 1 : start, Syntax.YamlKeyIsMissing);
            _stopped = true;
            return;
        }

        var kind = isPlain ? YamlScalars.Resolve(value) : ConfigNodeKind.String;
        var isAmbiguous = isPlain && YamlScalars.IsAmbiguous(value, kind);
        if (!scalar.Tag.IsEmpty)
        {
            // A tag says what the scalar is, to every reader.
            kind = ApplyTag(scalar, kind, start, end);
            isAmbiguous = false;
        }

        if (ExpectsKey && isPlain && value == "<<")
        {
            Report(start, 2, Syntax.YamlMergeKey);
            isAmbiguous = false;
        }

        var row = _tape.AddScalar(
            kind,
            _yaml.Map(start, end),
            Flags(isPlain, isAmbiguous, kind, value),
            KeepsText(kind) || ExpectsKey ? value : null
        );
        _lastEnd = Math.Max(_lastEnd, end);
        OpenAnchor(scalar.Anchor, row);
        CloseAnchor(row, 0);
        Added(0);
    }

    private static TapeFlags Flags(bool isPlain, bool isAmbiguous, ConfigNodeKind kind, string value) =>
        (isPlain ? TapeFlags.Plain : TapeFlags.None)
        | (isAmbiguous ? TapeFlags.Ambiguous : TapeFlags.None)
        | (kind == ConfigNodeKind.Boolean && value is "true" or "True" or "TRUE" ? TapeFlags.True : TapeFlags.None);

    private static bool KeepsText(ConfigNodeKind kind) => kind is ConfigNodeKind.String or ConfigNodeKind.Number;

    /// <summary>Where the node itself starts: behind its anchor and tag, and the space, line breaks and comments after them.</summary>
    private int ContentStart(NodeEvent node)
    {
        var start = OffsetOf(node.Start);
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return start;
        }

        var i = start;
        var lastProperty = start;
        while (i < Text.Length)
        {
            if (Text[i] is ' ' or '\t' or '\n' or '\r')
            {
                i++;
            }
            else if (Text[i] is '&' or '!' or '#')
            {
                var isComment = Text[i] == '#';
                while (i < Text.Length && Text[i] is not ('\n' or '\r') && (isComment || Text[i] is not (' ' or '\t' or ',' or ']' or '}')))
                {
                    i++;
                }

                lastProperty = isComment ? lastProperty : i;
            }
            else
            {
                break;
            }
        }

        // An empty value behind '&x' ends where the anchor does, not where the next key starts.
        return node is Scalar { Value.Length: 0, Style: ScalarStyle.Plain } ? lastProperty : i;
    }

    /// <summary>End of a scalar without the line breaks behind a block scalar or an empty value.</summary>
    private int TrimEnd(Scalar scalar, int start)
    {
        var end = OffsetOf(scalar.End);
        if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            return end;
        }

        while (end > start && Text[end - 1] is ' ' or '\t' or '\n' or '\r')
        {
            end--;
        }

        return end;
    }
}
