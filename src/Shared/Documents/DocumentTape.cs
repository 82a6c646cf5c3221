using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

/// <summary>The nodes of a document as an array of rows, written once by a reader.</summary>
internal sealed class DocumentTape
{
    private readonly DocumentSource _source;
    private TapeRow[] _rows;
    private List<string>? _texts;

    public DocumentTape(DocumentSource source)
    {
        _source = source;
        // An option and its value take about 35 characters and two to three rows; too small a guess costs one copy.
        _rows = new TapeRow[Math.Max(8, Math.Min(source.Text.Length / 13, 4096))];
    }

    public int Count { get; private set; }

    public ref readonly TapeRow this[int index] => ref _rows[index];

    public string TextAt(int link) => _texts![link];

    public int AddScalar(ConfigNodeKind kind, TextRange range, TapeFlags flags, string? text = null)
    {
        var link = TapeRow.NoText;
        if (text is not null)
        {
            _texts ??= [];
            link = _texts.Count;
            _texts.Add(text);
        }

        return Add(
            new TapeRow
            {
                Kind = kind,
                Start = range.Start,
                Length = range.Length,
                Link = link,
                Flags = flags,
            }
        );
    }

    public int Open(ConfigNodeKind kind, int start) => Add(new TapeRow { Kind = kind, Start = start });

    /// <summary>Ends a list or mapping; a mapping that names a key twice is reported.</summary>
    public void Close(int index, int end)
    {
        ref var row = ref _rows[index];
        row.Length = Math.Max(0, end - row.Start);
        row.Link = Count;
        if (row.Kind == ConfigNodeKind.Mapping)
        {
            DuplicateKeys.Report(_source, this, index);
        }
    }

    /// <summary>Sets where a list or mapping starts that is known only by its first node.</summary>
    public void MoveStart(int index, int start) => _rows[index].Start = start;

    /// <summary>Number of rows of the node and all under it.</summary>
    public int SizeOf(int index) => _rows[index].Next(index) - index;

    /// <summary>Adds a copy of a subtree; its root has the range of the alias, the nodes under it keep theirs.</summary>
    public int Copy(int index, TextRange range)
    {
        var root = Count;
        var end = _rows[index].Next(index);
        for (var i = index; i < end; i++)
        {
            var row = _rows[i];
            if (row.IsCollection)
            {
                row.Link += root - index;
            }

            Add(row);
        }

        _rows[root].Start = range.Start;
        _rows[root].Length = range.Length;
        return root;
    }

    /// <summary>A scalar's text as a part of a string, so that comparing it allocates nothing.</summary>
    public TextSlice Slice(int index)
    {
        ref readonly var row = ref _rows[index];
        if (row.Link != TapeRow.NoText && !row.IsCollection)
        {
            var text = _texts![row.Link];
            return new TextSlice(text, 0, text.Length);
        }

        return row.Kind switch
        {
            ConfigNodeKind.Null => new TextSlice("null", 0, 4),
            ConfigNodeKind.Boolean when (row.Flags & TapeFlags.True) != 0 => new TextSlice("true", 0, 4),
            ConfigNodeKind.Boolean => new TextSlice("false", 0, 5),
            _ when (row.Flags & TapeFlags.Quoted) != 0 => new TextSlice(_source.Text, row.Start + 1, row.Length - 2),
            _ => new TextSlice(_source.Text, row.Start, row.Length),
        };
    }

    private int Add(in TapeRow row)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Count * 2);
        }

        _rows[Count] = row;
        return Count++;
    }
}
