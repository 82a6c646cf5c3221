using System.Text;

namespace LaunchSdk.Docker.Connection;

/// <summary>The first lines of a program's error output; the rest is dropped.</summary>
internal sealed class BoundedText
{
    private const int Longest = 4096;

    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public void AppendLine(string? line)
    {
        lock (_lock)
        {
            if (line is not null && _text.Length < Longest)
            {
                _text.Append(line.AsSpan(0, Math.Min(line.Length, Longest))).Append('\n');
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString().Trim();
        }
    }
}
