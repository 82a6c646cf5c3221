namespace LaunchSdk.Testing;

/// <summary>The lines that a program has written so far, and waits for one of them.</summary>
public sealed class OutputLines
{
    private readonly List<string> _lines = [];
    private readonly List<(string Part, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Read()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (_, seen) in _awaited.Where(awaited => line.Contains(awaited.Part, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>A line that holds a text, past ones too.</summary>
    public Task WhenSeenAsync(string part)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lines)
        {
            if (_lines.Exists(line => line.Contains(part, StringComparison.Ordinal)))
            {
                return Task.CompletedTask;
            }

            _awaited.Add((part, seen));
        }

        return seen.Task;
    }

    /// <summary>Says that no more lines come: what is still awaited is an exception.</summary>
    public void Complete()
    {
        lock (_lines)
        {
            foreach (var (part, seen) in _awaited)
            {
                seen.TrySetException(
                    new InvalidOperationException($"The program ended before it wrote '{part}': {string.Join('\n', _lines)}")
                );
            }
        }
    }
}
