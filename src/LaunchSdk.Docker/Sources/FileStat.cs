using System.Runtime.InteropServices;

namespace LaunchSdk.Docker.Sources;

/// <summary>What a file system says of an entry. Two that are equal and exact are the same unchanged file.</summary>
/// <param name="Type">The kind, in the bits that stat gives.</param>
/// <param name="Mode">The permissions.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">Nanoseconds since 1970 of the last write.</param>
/// <param name="Changed">Nanoseconds since 1970 of the last change of content or attributes, which no program can set; 0 where it is not
/// known.</param>
/// <param name="Inode">The file's number; 0 where it is not known.</param>
/// <param name="Device">The file system's number; 0 where it is not known.</param>
internal readonly partial record struct FileStat(
    int Type,
    UnixFileMode Mode,
    long Length,
    long Modified,
    long Changed,
    ulong Inode,
    ulong Device
)
{
    public const int Regular = 0x8000;
    public const int Folder = 0x4000;
    public const int Link = 0xA000;
    public const int Socket = 0xC000;

    private const int TypeBits = 0xF000;
    private const int PermissionBits = 0xFFF;
    private const int WorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint BasicStats = 0x7ff;
    private const int StatxSize = 256;
    private const long NanosecondsPerTick = 100;

    // ENOENT and ENOTDIR: nothing is there. EPERM and ENOSYS: an old kernel, or a sandbox that knows no statx.
    private const int NoEntry = 2;
    private const int NoDirectory = 20;
    private const int NotPermitted = 1;
    private const int NoCall = 38;

    private static readonly bool HasStatx = OperatingSystem.IsLinux() && TryLoad();

    /// <summary>Whether the change time and the numbers are known.</summary>
    public bool IsExact => Changed != 0;

    /// <summary>Whether the file was so new at a time that a write after it may leave no sign.</summary>
    /// <param name="time">Nanoseconds since 1970.</param>
    public bool MayChangeUnseenSince(long time) => !IsExact || Math.Max(Modified, Changed) >= time;

    /// <summary>Reads an entry, not what it links to; null when it is not there.</summary>
    /// <exception cref="IOException">It may be there, and this user cannot look: a folder that may be listed and not entered, a path that
    /// is too long.</exception>
    public static unsafe FileStat? Read(string path)
    {
        if (!HasStatx)
        {
            return ReadPortable(path);
        }

        var buffer = stackalloc byte[StatxSize];
        if (Statx(WorkingDirectory, path, NoFollow, BasicStats, buffer) == 0)
        {
            return Parse(new ReadOnlySpan<byte>(buffer, StatxSize));
        }

        var error = Marshal.GetLastPInvokeError();
        return error switch
        {
            NoEntry or NoDirectory => null,
            NotPermitted or NoCall => ReadPortable(path),
            _ => throw new IOException(Marshal.GetPInvokeErrorMessage(error)),
        };
    }

    // struct statx of Linux, which is the same on every processor.
    private static FileStat Parse(ReadOnlySpan<byte> s)
    {
        var mode = MemoryMarshal.Read<ushort>(s[28..]);
        return new FileStat(
            mode & TypeBits,
            (UnixFileMode)(mode & PermissionBits),
            MemoryMarshal.Read<long>(s[40..]),
            Time(s[112..]),
            Time(s[96..]),
            MemoryMarshal.Read<ulong>(s[32..]),
            ((ulong)MemoryMarshal.Read<uint>(s[136..]) << 32) | MemoryMarshal.Read<uint>(s[140..])
        );
    }

    private static long Time(ReadOnlySpan<byte> s) => (MemoryMarshal.Read<long>(s) * 1_000_000_000) + MemoryMarshal.Read<uint>(s[8..]);

    private static FileStat? ReadPortable(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists && file.LinkTarget is null && !Directory.Exists(path))
        {
            return null;
        }

        var type =
            file.LinkTarget is not null ? Link
            : file.Attributes.HasFlag(FileAttributes.Directory) ? Folder
            : Regular;
        var mode = OperatingSystem.IsWindows() ? (UnixFileMode)0b111_101_101 : file.UnixFileMode;
        return new FileStat(
            type,
            mode,
            type == Regular ? file.Length : 0,
            (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * NanosecondsPerTick,
            0,
            0,
            0
        );
    }

    private static bool TryLoad()
    {
        try
        {
            return NativeLibrary.TryLoad("libc", typeof(FileStat).Assembly, null, out var library)
                && NativeLibrary.TryGetExport(library, "statx", out _);
        }
        catch (BadImageFormatException)
        {
            // "libc.so" of development packages is a script of the linker.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int directory, string path, int flags, uint mask, byte* buffer);
}
