using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Lets output gather while much of it comes. An engine hands on frames of 4 KiB, and a thread that wakes for each takes the processor from
/// the engine and
/// the container; after a pause of 0.2 ms one read takes many of them. Output that comes now and then is read at once.
/// </summary>
internal sealed partial class ReadPacing
{
    private const int EnoughInOneRead = 128 * 1024;
    private const int PromptReadsOfABurst = 16;
    private const uint PauseMicroseconds = 200;

    private static readonly long Prompt = Stopwatch.Frequency / 4000;
    private static readonly bool CanPause = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    private long _asked;
    private int _promptReads;

    /// <summary>Called before a read.</summary>
    public void BeforeRead()
    {
        if (_promptReads >= PromptReadsOfABurst && CanPause)
        {
            _ = Sleep(PauseMicroseconds);
        }

        _asked = Stopwatch.GetTimestamp();
    }

    /// <summary>Called after a read.</summary>
    /// <param name="count">How many bytes it gave.</param>
    public void AfterRead(int count)
    {
        if (Stopwatch.GetTimestamp() - _asked > Prompt)
        {
            _promptReads = 0;
        }
        else if (count < EnoughInOneRead)
        {
            _promptReads++;
        }
        else
        {
            // A full read needs no pause, and does not end the burst.
            _promptReads = Math.Min(_promptReads, PromptReadsOfABurst - 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Sleep(uint microseconds);
}
