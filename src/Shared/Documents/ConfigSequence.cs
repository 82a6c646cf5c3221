using System.Collections;

namespace LaunchSdk.Documents;

/// <summary>
/// What is inside a node, in the order of the file: the entries of a list, or the members of a mapping; nothing for a node of another kind.
/// Going through it allocates nothing.
/// </summary>
/// <typeparam name="T"><see cref="ConfigNode"/> for entries, <see cref="ConfigMember"/> for members.</typeparam>
public readonly record struct ConfigSequence<T> : IEnumerable<T>
    where T : struct
{
    private readonly ConfigNode _parent;
    private readonly ConfigNodeKind _kind;
    private readonly Func<ConfigNode, int, T> _read;

    /// <param name="parent">The node that is gone through.</param>
    /// <param name="kind">The kind of node that has such children.</param>
    /// <param name="read">Reads the child of the node at an index of the tape.</param>
    internal ConfigSequence(ConfigNode parent, ConfigNodeKind kind, Func<ConfigNode, int, T> read)
    {
        _parent = parent;
        _kind = kind;
        _read = read;
    }

    /// <summary>How many there are; counted each time.</summary>
    public int Count
    {
        get
        {
            var walk = new TapeWalk(_parent, _kind);
            var count = 0;
            while (walk.MoveNext())
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Goes through the children from the first one on.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the children of a node.</summary>
    public record struct Enumerator : IEnumerator<T>
    {
        private readonly ConfigSequence<T> _sequence;
        private TapeWalk _walk;

        internal Enumerator(ConfigSequence<T> sequence)
        {
            _sequence = sequence;
            _walk = new TapeWalk(sequence._parent, sequence._kind);
        }

        /// <inheritdoc/>
        public readonly T Current => _sequence._read(_sequence._parent, _walk.Index);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => _walk.MoveNext();

        /// <inheritdoc/>
        public void Reset() => _walk = new TapeWalk(_sequence._parent, _sequence._kind);

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
