using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using LaunchSdk.Cli.Streams;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Cli.Engine;

/// <summary>
/// Gives this process's terminal to a container: every key goes there as it is pressed, and the container's terminal gets the size of this
/// one.
/// </summary>
internal sealed partial class RawTerminal : IDisposable
{
    private const int StandardInput = 0;

    // Larger than termios on any system; its layout is never looked at.
    private const int StateLength = 256;

    private readonly byte[] _before = new byte[StateLength];
    private readonly PosixSignalRegistration _resized;

    [UnsupportedOSPlatform("windows")]
    private RawTerminal(RunningContainer container)
    {
        _resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resize(container));
        Resize(container);
    }

    /// <summary>Takes the terminal over until disposed; null on Windows and where there is none.</summary>
    public static RawTerminal? Start(RunningContainer container)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var terminal = new RawTerminal(container);
        var raw = new byte[StateLength];
        if (GetState(StandardInput, terminal._before) != 0 || GetState(StandardInput, raw) != 0)
        {
            terminal._resized.Dispose();
            return null;
        }

        // The third signal ends the process without any more disposing.
        AppDomain.CurrentDomain.ProcessExit += terminal.Restore;
        MakeRaw(raw);
        _ = SetState(StandardInput, 0, raw);
        return terminal;
    }

    /// <summary>Gives the terminal back as it was.</summary>
    public void Dispose()
    {
        _resized.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= Restore;
        Restore(null, EventArgs.Empty);
    }

    private void Restore(object? sender, EventArgs arguments) => _ = SetState(StandardInput, 0, _before);

    private static void Resize(RunningContainer container)
    {
        if (TerminalSize.Find() is { } size)
        {
            _ = container.ResizeAsync(size.Columns, size.Rows);
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetState(int file, byte[] state);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetState(int file, int when, byte[] state);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw(byte[] state);
}
