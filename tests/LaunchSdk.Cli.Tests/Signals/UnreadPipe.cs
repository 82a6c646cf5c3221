using System.Text;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Signals;

/// <summary>A named pipe that somebody reads for a while and then no longer.</summary>
internal sealed class UnreadPipe : IAsyncDisposable
{
    // What a pipe of Linux takes before a writer waits.
    private const int Capacity = 64 * 1024;

    private readonly FileStream _pipe;

    // Open for both, so that neither side waits for the other to come.
    private UnreadPipe(string path) =>
        _pipe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Makes the pipe.</summary>
    public static async Task<UnreadPipe> CreateAsync(string path)
    {
        await HostProcess.RunAsync("mkfifo", path);
        return new UnreadPipe(path);
    }

    /// <summary>Reads until a text has come.</summary>
    public async Task ReadToAsync(string part)
    {
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (!seen.ToString().Contains(part, StringComparison.Ordinal))
        {
            var count = await _pipe
                .ReadAsync(buffer, TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            seen.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
    }

    /// <summary>Fills it: from now on a writer waits.</summary>
    public async Task FillAsync() =>
        await _pipe
            .WriteAsync(new byte[Capacity], TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pipe.DisposeAsync();
}
