using LaunchSdk.Docker.Images;
using Spectre.Console;

namespace LaunchSdk.Cli.Output;

/// <summary>
/// Shows a pull on a terminal: a bar for each layer that has bytes to count. Begins with the pull's first message and ends with its last,
/// or when disposed of.
/// </summary>
/// <param name="writer">The terminal.</param>
internal sealed class PullProgressBars(TextWriter writer) : IProgress<ImagePullProgress>, IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, ProgressTask> _layers = new(StringComparer.Ordinal);
    private ProgressContext? _context;
    private Task _shown = Task.CompletedTask;

    /// <inheritdoc/>
    public void Report(ImagePullProgress value)
    {
        if (_ended.Task.IsCompleted)
        {
            return;
        }

        if (value.Layer is null)
        {
            if (value.Status.StartsWith("Status:", StringComparison.Ordinal))
            {
                Dispose();
                writer.WriteLine(value.Status);
            }

            return;
        }

        _context ??= Begin();
        if (!_layers.TryGetValue(value.Layer, out var bar))
        {
            _layers[value.Layer] = bar = _context.AddTask(LiveTerminal.Markup(value.Layer), maxValue: 1);
        }

        bar.Description = LiveTerminal.Markup($"{value.Layer} {value.Status}");
        if (value is { Current: { } current, Total: { } total })
        {
            bar.MaxValue = total;
            bar.Value = current;
        }
        else if (value.Status is "Pull complete" or "Already exists")
        {
            bar.Value = bar.MaxValue;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.TrySetResult();
        _shown.GetAwaiter().GetResult();
    }

    private ProgressContext Begin()
    {
        var console = LiveTerminal.Create(writer);
        var begun = new TaskCompletionSource<ProgressContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        _shown = Task.Run(() =>
            console
                .Progress()
                .AutoClear(true)
                .StartAsync(context =>
                {
                    begun.SetResult(context);
                    return _ended.Task;
                })
        );
        return begun.Task.GetAwaiter().GetResult();
    }
}
