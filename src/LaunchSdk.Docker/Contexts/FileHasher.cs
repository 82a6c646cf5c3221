using System.Buffers;
using System.Security.Cryptography;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>Reads files and hashes them, several at a time.</summary>
internal static class FileHasher
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Hashes the files whose digest is not known.</summary>
    /// <param name="nodes">The entries; only files are looked at.</param>
    /// <param name="racyAfter">Nanoseconds since 1970: a file changed after it may change again without a sign.</param>
    /// <param name="parallelism">How many at a time; 0 for one a processor.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BuildInputException">Files that cannot be read or that changed; all of them are told.</exception>
    public static void Hash(IEnumerable<ContextNode> nodes, long racyAfter, int parallelism, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = parallelism > 0 ? parallelism : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        Parallel.ForEach(
            nodes,
            options,
            Worker.Rent,
            (node, _, worker) => worker.Hash(node, racyAfter, problems, cancellationToken),
            static worker => worker.Dispose()
        );
        problems.Sort(StringComparer.Ordinal);
        if (problems.Count > 0)
        {
            throw new BuildInputException(problems);
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);

        public static Worker Rent() => new();

        public Worker Hash(ContextNode node, long racyAfter, List<string> problems, CancellationToken cancellationToken)
        {
            try
            {
                node.IsRacy = node.Stat.MayChangeUnseenSince(racyAfter);
                node.Digest = Read(node, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                lock (problems)
                {
                    problems.Add(ContextProblems.NotReadable(node, e));
                }
            }

            return this;
        }

        public void Dispose()
        {
            _hash.Dispose();
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        private byte[] Read(ContextNode node, CancellationToken cancellationToken)
        {
            if (node.Content is { } content)
            {
                return SHA256.HashData(content);
            }

            using var file = ContextFile.Open(node);
            long length = 0;
            for (int count; (count = RandomAccess.Read(file, _buffer, length)) > 0; length += count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _hash.AppendData(_buffer, 0, count);
            }

            var digest = _hash.GetHashAndReset();
            return length == node.Entry.Length && FileStat.Read(node.FullPath) == node.Stat
                ? digest
                : throw new IOException(ContextProblems.ChangedWhileRead);
        }
    }
}
