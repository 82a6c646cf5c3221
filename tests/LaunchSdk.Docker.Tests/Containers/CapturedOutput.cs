using System.Buffers;
using System.Text;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>Keeps a container's output, and tells when a text has come.</summary>
internal sealed class CapturedOutput : IContainerOutput
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _stdout = new();
    private readonly ArrayBufferWriter<byte> _stderr = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Stdout => Text(_stdout);

    public string Stderr => Text(_stderr);

    public long StdoutLength => _stdout.WrittenCount;

    public void OnStdout(ReadOnlySpan<byte> bytes) => Add(_stdout, bytes);

    public void OnStderr(ReadOnlySpan<byte> bytes) => Add(_stderr, bytes);

    public void Flush() { }

    public Task WaitForStdoutAsync(string text, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited.Add((text, seen));
        }

        Report();
        return seen.Task.WaitAsync(cancellationToken);
    }

    public Task WaitForFirstAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(cancellationToken);

    private void Add(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            target.Write(bytes);
        }

        _first.TrySetResult();

        Report();
    }

    private void Report()
    {
        lock (_lock)
        {
            _awaited.RemoveAll(static awaited => awaited.Seen.Task.IsCompleted);
            foreach (
                var (text, seen) in _awaited.Where(awaited =>
                    Encoding.UTF8.GetString(_stdout.WrittenSpan).Contains(awaited.Text, StringComparison.Ordinal)
                )
            )
            {
                seen.TrySetResult();
            }
        }
    }

    private string Text(ArrayBufferWriter<byte> stream)
    {
        lock (_lock)
        {
            return Encoding.UTF8.GetString(stream.WrittenSpan);
        }
    }
}
