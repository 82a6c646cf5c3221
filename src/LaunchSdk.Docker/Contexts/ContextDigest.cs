using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LaunchSdk.Docker.Contexts;

/// <summary>One digest for all entries that a <c>COPY</c> can see.</summary>
internal static class ContextDigest
{
    /// <summary>Computes it from the digests of the files.</summary>
    public static string Compute(IEnumerable<ContextNode> nodes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var node in nodes.Where(static node => !node.Entry.IsForBuilderOnly))
        {
            var entry = node.Entry;
            Append(hash, [(byte)entry.Kind, (byte)(entry.Mode & (UnixFileMode)0xFF), (byte)((int)entry.Mode >> 8)]);
            Append(hash, Encoding.UTF8.GetBytes(entry.Path));
            Append(
                hash,
                entry.Kind switch
                {
                    ContextEntryKind.File => node.Digest!,
                    ContextEntryKind.SymbolicLink => Encoding.UTF8.GetBytes(entry.LinkTarget ?? ""),
                    _ => [],
                }
            );
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // With its length before it no field can pass for two.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }
}
