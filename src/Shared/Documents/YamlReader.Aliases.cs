using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LaunchSdk.Documents;

internal sealed partial class YamlReader
{
    private Dictionary<string, YamlAnchor>? _anchors;
    private int _aliasNodes;

    private void OpenAnchor(AnchorName name, int row)
    {
        if (!name.IsEmpty)
        {
            _anchors ??= new Dictionary<string, YamlAnchor>(StringComparer.Ordinal);
            _anchors[name.Value] = new YamlAnchor(row);
            _anchoredRows ??= [];
            _anchoredRows[row] = name.Value;
        }
    }

    private Dictionary<int, string>? _anchoredRows;

    private void CloseAnchor(int row, int height)
    {
        if (_anchoredRows is not null && _anchoredRows.TryGetValue(row, out var name) && _anchors![name].Row == row)
        {
            _anchors[name] = new YamlAnchor(row) { Height = height, IsComplete = true };
        }
    }

    private void AcceptAlias(AnchorAlias alias)
    {
        if (_skipped > 0)
        {
            return;
        }

        var name = alias.Value.Value;
        var start = OffsetOf(alias.Start);
        var end = Math.Max(start, OffsetOf(alias.End));
        _lastEnd = Math.Max(_lastEnd, end);
        if (_anchors is null || !_anchors.TryGetValue(name, out var anchor))
        {
            Report(
                start,
                end - start,
                $"no anchor '&{CharacterNames.Shorten(name)}' stands before this alias: define it, or put the text in quotes"
            );
        }
        else if (!anchor.IsComplete)
        {
            Limit(
                start,
                $"the alias '*{CharacterNames.Shorten(name)}' stands inside its own anchor: the value would have no end, so write it out"
            );
        }
        else if (ExpectsKey && _tape[anchor.Row].IsCollection)
        {
            ReportComplexKey(start);
        }
        else if (TryExpand(anchor, name, start, end))
        {
            return;
        }

        AddNull(start, end - start);
    }

    private bool TryExpand(YamlAnchor anchor, string name, int start, int end)
    {
        var size = _tape.SizeOf(anchor.Row);
        _aliasNodes += size;
        if (_aliasNodes > ConfigLimits.MaxAliasNodes)
        {
            Limit(
                start,
                $"with the alias '*{CharacterNames.Shorten(name)}' the aliases add more than "
                    + $"{ConfigLimits.MaxAliasNodes} values: write out what is needed"
            );
            return false;
        }

        var levels = _tape[anchor.Row].IsCollection ? anchor.Height + 1 : 0;
        if (_depth + levels > ConfigLimits.MaxDepth)
        {
            Limit(
                start,
                $"with the alias '*{CharacterNames.Shorten(name)}' lists and mappings are nested more than "
                    + $"{ConfigLimits.MaxDepth} deep: make the file flatter"
            );
            return false;
        }

        _tape.Copy(anchor.Row, _yaml.Map(start, end));
        Added(levels);
        return true;
    }
}
