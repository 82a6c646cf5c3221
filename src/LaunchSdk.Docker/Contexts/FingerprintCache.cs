using System.Security.Cryptography;
using System.Text;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// What files were when they were last hashed, one cache file a directory. A digest is taken from it only when length, both times to the
/// nanosecond,
/// inode and file system are the same, and is put into it only when the file had been left alone for a while before it was hashed (git's
/// rule).
/// </summary>
internal sealed class FingerprintCache
{
    private const ulong Version = 0x3130_4843_4B44_534C;
    private const int DigestLength = SHA256.HashSizeInBytes;
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly string _path;
    private readonly Dictionary<string, (FileStat Stat, byte[] Digest)> _known;

    private FingerprintCache(string path, Dictionary<string, (FileStat Stat, byte[] Digest)> known)
    {
        _path = path;
        _known = known;
    }

    /// <summary>Opens the cache of a directory. One that is damaged, or that others may write, is as if it were empty.</summary>
    public static FingerprintCache Open(string folder, string directory)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)).AsSpan(0, 16));
        var path = Path.Combine(folder, name);
        return new FingerprintCache(path, Read(path));
    }

    /// <summary>Gives the files that did not change their digests.</summary>
    public void Apply(IEnumerable<ContextNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Content is null && node.Stat.IsExact && _known.TryGetValue(node.Entry.Path, out var known) && known.Stat == node.Stat)
            {
                node.Digest = known.Digest;
            }
        }
    }

    /// <summary>Keeps what is known now. A cache that cannot be written costs time only, so that is no error.</summary>
    public void Save(IReadOnlyCollection<ContextNode> nodes)
    {
        var kept = nodes
            .Where(static node => node.Digest is not null && node.Content is null && node.Stat.IsExact && !node.IsRacy)
            .ToList();
        if (
            kept.Count == _known.Count
            && kept.TrueForAll(node => _known.TryGetValue(node.Entry.Path, out var known) && ReferenceEquals(known.Digest, node.Digest))
        )
        {
            return;
        }

        var temporary = $"{_path}.{Guid.NewGuid():N}";
        try
        {
            Write(temporary, kept);
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static void Write(string path, List<ContextNode> nodes)
    {
        PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(nodes.Count);
            foreach (var node in nodes)
            {
                WriteOne(writer, node);
            }
        }

        using var file = PrivateFile.Open(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        file.Write(content);
        file.Write(SHA256.HashData(content));
    }

    private static void WriteOne(BinaryWriter writer, ContextNode node)
    {
        writer.Write(node.Entry.Path);
        writer.Write((int)node.Stat.Mode);
        writer.Write(node.Stat.Length);
        writer.Write(node.Stat.Modified);
        writer.Write(node.Stat.Changed);
        writer.Write(node.Stat.Inode);
        writer.Write(node.Stat.Device);
        writer.Write(node.Digest!);
    }

    private static Dictionary<string, (FileStat Stat, byte[] Digest)> Read(string path)
    {
        var known = new Dictionary<string, (FileStat Stat, byte[] Digest)>(StringComparer.Ordinal);
        try
        {
            if (!File.Exists(path) || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayWrite) != 0))
            {
                return known;
            }

            var bytes = File.ReadAllBytes(path);
            var length = bytes.Length - DigestLength;
            if (
                length < sizeof(ulong) + sizeof(int)
                || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length))
            )
            {
                return known;
            }

            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
            if (reader.ReadUInt64() == Version)
            {
                ReadAll(reader, known);
            }

            return known;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return known;
        }
    }

    private static void ReadAll(BinaryReader reader, Dictionary<string, (FileStat Stat, byte[] Digest)> known)
    {
        var count = reader.ReadInt32();
        known.EnsureCapacity(count);
        for (var i = 0; i < count; i++)
        {
            var path = reader.ReadString();
            var mode = (UnixFileMode)reader.ReadInt32();
            var stat = new FileStat(
                FileStat.Regular,
                mode,
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadInt64(),
                reader.ReadUInt64(),
                reader.ReadUInt64()
            );
            known[path] = (stat, reader.ReadBytes(DigestLength));
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder itself cannot be written.
        }
    }
}
