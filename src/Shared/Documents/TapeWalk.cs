namespace LaunchSdk.Documents;

/// <summary>Goes from child to child of a list, or from key to key of a mapping.</summary>
internal record struct TapeWalk
{
    private readonly DocumentTape? _tape;
    private readonly bool _pairs;
    private readonly int _end;
    private int _next;

    public TapeWalk(ConfigNode parent, ConfigNodeKind kind)
    {
        if (parent.Kind == kind)
        {
            _tape = parent.Document.Tape;
            _pairs = kind == ConfigNodeKind.Mapping;
            _end = _tape[parent.Index].Link;
            _next = parent.Index + 1;
        }
    }

    public int Index { get; private set; }

    public bool MoveNext()
    {
        if (_tape is null || _next >= _end)
        {
            return false;
        }

        Index = _next;
        var last = _pairs ? Index + 1 : Index;
        _next = _tape[last].Next(last);
        return true;
    }
}
