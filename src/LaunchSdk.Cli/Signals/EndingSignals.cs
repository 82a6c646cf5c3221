using System.Diagnostics;
using System.Runtime.InteropServices;
using LaunchSdk.Cli.Streams;

namespace LaunchSdk.Cli.Signals;

/// <summary>
/// Signals that ask the tool to end, counted for all commands in one place. What the first two do is the command's; the third ends the
/// process within a second, whatever else waits or hangs, and says what was left.
/// </summary>
/// <param name="error">Standard error.</param>
/// <param name="left">What is left where the process ends now, as the rest of a sentence.</param>
internal sealed class EndingSignals(TextWriter error, Func<string> left) : IDisposable
{
    /// <summary>The signal that ends the process.</summary>
    public const int Last = 3;

    private static readonly TimeSpan WriteTime = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ExitTime = TimeSpan.FromMilliseconds(300);

    private readonly ProcessSignals _signals = new();
    private int _count;

    /// <summary>How long the command may take to end by itself after the last signal.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>What a shell has as the exit code of a process that a signal ended.</summary>
    public static int ExitCode(PosixSignal signal) =>
        128
        + signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            PosixSignal.SIGQUIT => 3,
            _ => 15,
        };

    /// <summary>Takes a signal over that counts.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="action">Gets how many have come; the last one too.</param>
    public void OnEnding(PosixSignal signal, Action<int> action) =>
        _signals.On(
            signal,
            () =>
            {
                var count = Interlocked.Increment(ref _count);
                _ = Task.Run(() => action(count));
                if (count >= Last)
                {
                    // A command that ends by itself ends the process before this is over.
                    Thread.Sleep(Grace);
                    End(signal);
                }
            }
        );

    /// <summary>Takes a signal over that does not count.</summary>
    public void On(PosixSignal signal, Action action) => _signals.On(signal, action);

    /// <inheritdoc/>
    public void Dispose() => _signals.Dispose();

    // Each step has its bound: nobody may read standard error, and what runs at an exit may hang as well.
    private void End(PosixSignal signal)
    {
        Run(() => error.WriteLine($"launch: ended by the third signal; {left()}"), WriteTime);
        Run(() => Environment.Exit(ExitCode(signal)), ExitTime);
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.Kill();
        }

        LibC.ExitNow(ExitCode(signal));
    }

    private static void Run(Action step, TimeSpan longest)
    {
        var thread = new Thread(() =>
        {
            try
            {
                step();
            }
            catch (Exception)
            {
                // What cannot be done now is left; the next step ends the process.
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        thread.Join(longest);
    }
}
