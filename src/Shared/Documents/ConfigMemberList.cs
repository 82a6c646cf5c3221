using System.Collections;

namespace LaunchSdk.Documents;

/// <summary>The members of a mapping, in the order of the file; empty for a node that is none. Going through them allocates nothing.</summary>
public readonly record struct ConfigMemberList : IEnumerable<ConfigMember>
{
    private readonly ConfigNode _parent;

    internal ConfigMemberList(ConfigNode parent) => _parent = parent;

    /// <summary>Number of members; counted each time.</summary>
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

    /// <summary>Starts at the first member.</summary>
    public Enumerator GetEnumerator() => new(_parent);

    IEnumerator<ConfigMember> IEnumerable<ConfigMember>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the members of a mapping.</summary>
    public record struct Enumerator : IEnumerator<ConfigMember>
    {
        private readonly ConfigNode _parent;
        private TapeWalk _walk;

        internal Enumerator(ConfigNode parent)
        {
            _parent = parent;
            _walk = new TapeWalk(parent, ConfigNodeKind.Mapping);
        }

        /// <inheritdoc/>
        public readonly ConfigMember Current => new(_parent.Sibling(_walk.Index), _parent.Sibling(_walk.Index + 1));

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => _walk.MoveNext();

        /// <inheritdoc/>
        public void Reset() => _walk = new TapeWalk(_parent, ConfigNodeKind.Mapping);

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
