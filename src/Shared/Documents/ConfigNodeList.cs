using System.Collections;

namespace LaunchSdk.Documents;

/// <summary>The entries of a list; empty for a node that is none. Going through them allocates nothing.</summary>
public readonly record struct ConfigNodeList : IEnumerable<ConfigNode>
{
    private readonly ConfigNode _parent;

    internal ConfigNodeList(ConfigNode parent) => _parent = parent;

    /// <summary>Number of entries; counted each time.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Starts at the first entry.</summary>
    public Enumerator GetEnumerator() => new(_parent);

    IEnumerator<ConfigNode> IEnumerable<ConfigNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the entries of a list.</summary>
    public record struct Enumerator : IEnumerator<ConfigNode>
    {
        private readonly ConfigNode _parent;
        private TapeWalk _walk;

        internal Enumerator(ConfigNode parent)
        {
            _parent = parent;
            _walk = new TapeWalk(parent, ConfigNodeKind.Sequence);
        }

        /// <inheritdoc/>
        public readonly ConfigNode Current => _parent.Sibling(_walk.Index);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => _walk.MoveNext();

        /// <inheritdoc/>
        public void Reset() => _walk = new TapeWalk(_parent, ConfigNodeKind.Sequence);

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
