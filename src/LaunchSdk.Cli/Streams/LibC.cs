using System.Runtime.InteropServices;

namespace LaunchSdk.Cli.Streams;

/// <summary>The calls of the C library that descriptors and signals need. Unix only.</summary>
internal static partial class LibC
{
    public const int Interrupted = 4;
    public const int BadDescriptor = 9;
    public const int BrokenPipe = 32;

    public const short PollIn = 0x1;
    public const short PollOut = 0x4;
    public const short PollError = 0x8;
    public const short PollHangUp = 0x10;

    public const int GetDescriptorFlags = 1;
    public const int CloseOnExecute = 1;
    public const int ReadWrite = 2;

    public const int PipeSignal = 13;
    public const nint Ignore = 1;

    /// <summary>EAGAIN, whose number systems do not agree on.</summary>
    public static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>The error of the last call, in the system's words and as the rest of a sentence.</summary>
    public static string Describe(int error)
    {
        var words = Marshal.GetPInvokeErrorMessage(error);
        return words.Length > 0 ? char.ToLowerInvariant(words[0]) + words[1..] : $"error {error}";
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, ref byte buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ref byte buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int Control(int file, int command);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsTerminal(int file);

    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint HandleSignal(int signal, nint handler);

    /// <summary>Ends the process now: nothing that is registered for its exit runs.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    public static partial void ExitNow(int exitCode);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    public static partial int ControlTerminal(int file, nuint request, ushort[] size);

    /// <summary>The C library's <c>struct pollfd</c>.</summary>
    /// <param name="file">The descriptor.</param>
    /// <param name="events">What is waited for, beyond errors.</param>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest(int file, short events)
    {
        public int File = file;
        public short Events = events;
        public short Returned;
    }
}
