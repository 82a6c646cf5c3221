using System.Globalization;
using LaunchSdk.Docker.Building;
using Spectre.Console;

namespace LaunchSdk.Cli.Output;

/// <summary>
/// Shows a build on a terminal: steps and their output scroll by, and a moving line below them says what is being done, with the bytes of
/// transfers.
/// </summary>
internal sealed class BuildProgressView : IProgress<ImageBuildProgress>, IDisposable
{
    private const double Megabyte = 1_000_000;

    private readonly IAnsiConsole _console;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, (long Current, long Total)> _layers = new(StringComparer.Ordinal);
    private StatusContext? _status;
    private Task _shown = Task.CompletedTask;
    private ImageBuildPhase _phase;

    /// <summary>Draws nothing before the first message.</summary>
    /// <param name="writer">The terminal.</param>
    public BuildProgressView(TextWriter writer) => _console = LiveTerminal.Create(writer);

    /// <inheritdoc/>
    public void Report(ImageBuildProgress value)
    {
        if (_ended.Task.IsCompleted)
        {
            return;
        }

        if (value.Phase == ImageBuildPhase.Done)
        {
            Dispose();
            return;
        }

        if (value.Phase != _phase)
        {
            _layers.Clear();
            _phase = value.Phase;
        }

        _status ??= Begin();
        var line = LiveTerminal.Markup(TerminalText.Plain(value.ToString()));
        switch (value.Phase)
        {
            case ImageBuildPhase.Output or ImageBuildPhase.StepDone:
                _console.MarkupLine($"[grey]{line}[/]");
                break;
            case ImageBuildPhase.Step:
                _console.MarkupLine($"[bold]{line}[/]");
                _status.Status = line;
                break;
            case ImageBuildPhase.Pull or ImageBuildPhase.Push or ImageBuildPhase.Send:
                _status.Status = LiveTerminal.Markup(Transfer(value));
                break;
            default:
                _status.Status = line;
                break;
        }

        _status.Refresh();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.TrySetResult();
        _shown.GetAwaiter().GetResult();
    }

    // Layers go side by side: the line adds them up.
    private string Transfer(ImageBuildProgress value)
    {
        if (value is { Layer: { } layer, Current: { } current })
        {
            _layers[layer] = (current, value.Total ?? current);
        }

        var (done, all) = value is { Layer: null, Current: { } sent }
            ? (sent, 0)
            : (_layers.Values.Sum(static bytes => bytes.Current), _layers.Values.Sum(static bytes => bytes.Total));
        return value.Text + Bytes(done, all);
    }

    private static string Bytes(long done, long all) =>
        (done, all) switch
        {
            (0, _) => "",
            (_, 0) => $" {Megabytes(done)} MB",
            _ => $" {Megabytes(done)} of {Megabytes(all)} MB",
        };

    private static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);

    private StatusContext Begin()
    {
        var begun = new TaskCompletionSource<StatusContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        _shown = Task.Run(() =>
            _console
                .Status()
                .StartAsync(
                    "Building",
                    context =>
                    {
                        begun.SetResult(context);
                        return _ended.Task;
                    }
                )
        );
        return begun.Task.GetAwaiter().GetResult();
    }
}
