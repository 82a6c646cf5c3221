using System.Diagnostics;
using System.Globalization;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>
/// A build step's program, found among the processes of this machine, which is the engine's, by its whole command line: words that each end
/// with a zero byte.
/// </summary>
internal sealed class StepProcess(string commandLine) : IDisposable
{
    private Process? _process;

    /// <summary>Finds it while it runs, once its shell has become it.</summary>
    public void Find() => SpinWait.SpinUntil(TryFind, TimeSpan.FromSeconds(30));

    /// <summary>Waits for its end; that it was found is part of it.</summary>
    public async Task WaitUntilGoneAsync(CancellationToken cancellationToken)
    {
        Assert.NotNull(_process);
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
    }

    public void Dispose() => _process?.Dispose();

    private bool TryFind()
    {
        var id = Directory
            .EnumerateDirectories("/proc")
            .Select(static folder =>
                int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0
            )
            .FirstOrDefault(id => id > 0 && IsIt(id));
        _process ??= id > 0 ? Process.GetProcessById(id) : null;
        return _process is not null;
    }

    private bool IsIt(int id)
    {
        try
        {
            // A shell becomes the last program of its line.
            return File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline") == commandLine;
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }
}
