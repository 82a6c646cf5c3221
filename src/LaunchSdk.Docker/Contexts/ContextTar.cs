using System.Security.Cryptography;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>Writes entries as tar, and holds each file against what was known of it.</summary>
internal sealed class ContextTar(TarStream tar, long racyAfter, CancellationToken cancellationToken) : IDisposable
{
    private const int EndBlocks = 2;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <exception cref="BuildInputException">A file cannot be read, or is not what it was.</exception>
    public async Task WriteAsync(IReadOnlyList<ContextNode> nodes)
    {
        foreach (var node in nodes)
        {
            await tar.AddAsync(TarHeader.Create(node.Entry), cancellationToken).ConfigureAwait(false);
            if (node.Content is { } content)
            {
                await tar.AddAsync(content, cancellationToken).ConfigureAwait(false);
            }
            else if (node.Entry.Kind == ContextEntryKind.File)
            {
                await WriteFileAsync(node).ConfigureAwait(false);
            }

            await tar.AddAsync(new byte[TarHeader.Padding(node.Entry.Length)], cancellationToken).ConfigureAwait(false);
        }

        await tar.AddAsync(new byte[EndBlocks * TarHeader.BlockSize], cancellationToken).ConfigureAwait(false);
        await tar.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _hash.Dispose();

    // A file is hashed on its way where its digest is not known yet, and again where its times could hide a change.
    private async Task WriteFileAsync(ContextNode node)
    {
        try
        {
            var mustHash = node.Digest is null || node.IsRacy;
            await CopyAsync(node, mustHash).ConfigureAwait(false);
            if (FileStat.Read(node.FullPath) != node.Stat)
            {
                throw new BuildInputException(ContextProblems.Changed(node));
            }

            if (mustHash)
            {
                Check(node, _hash.GetHashAndReset());
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is wrong with the destination is not said of the file.
            if (tar.HasFailed)
            {
                throw;
            }

            throw new BuildInputException(ContextProblems.NotReadable(node, e), e);
        }
    }

    private void Check(ContextNode node, byte[] digest)
    {
        if (node.Digest is null)
        {
            node.IsRacy = node.Stat.MayChangeUnseenSince(racyAfter);
            node.Digest = digest;
        }
        else if (!node.Digest.AsSpan().SequenceEqual(digest))
        {
            throw new BuildInputException(ContextProblems.Changed(node));
        }
    }

    private async Task CopyAsync(ContextNode node, bool mustHash)
    {
        using var file = ContextFile.Open(node);
        for (long at = 0; at < node.Entry.Length; )
        {
            await tar.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            var free = tar.Free;
            var count = RandomAccess.Read(file, free.Span[..(int)Math.Min(free.Length, node.Entry.Length - at)], at);
            if (count == 0)
            {
                throw new BuildInputException(ContextProblems.Changed(node));
            }

            if (mustHash)
            {
                _hash.AppendData(free.Span[..count]);
            }

            tar.Advance(count);
            at += count;
        }
    }
}
