using System.Text;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Agent.Containers;

/// <summary>
/// A job's log: its output as it was written, both streams in their order, without secrets; readable by its owner only. It is begun anew
/// with the first bytes, so that a container that is taken over does not stand in it twice. Output that is lost has a line at the end. A
/// disk that is full ends the log, never the job.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="size">How many bytes it may have; 0 for no limit.</param>
internal sealed class JobLog(string path, long size) : IContainerOutput, IDisposable
{
    private readonly Lock _lock = new();
    private readonly BoundedLog _file = new(path, size);
    private bool _closed;
    private bool _isInLine;

    /// <summary>The path of an item's log in a folder.</summary>
    public static string PathOf(string folder, string item) =>
        Path.Combine(
            folder,
            string.Concat(item.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_')) + ".log"
        );

    /// <summary>Deletes what an earlier attempt at the job has written, its build too.</summary>
    public static void DeleteEarlier(string path)
    {
        try
        {
            if (Directory.Exists(Path.GetDirectoryName(path)))
            {
                JobLogParts.Delete(path);
                File.Delete(BuildLog.PathOf(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is begun anew with the first bytes.
        }
    }

    public void OnStdout(ReadOnlySpan<byte> bytes) => Write(bytes);

    public void OnStderr(ReadOnlySpan<byte> bytes) => Write(bytes);

    public void Flush()
    {
        lock (_lock)
        {
            Try(static file => file.Flush());
        }
    }

    public void Complete(Exception? failure)
    {
        // An agent that lets go of its container loses nothing.
        if (failure is DockerEngineException)
        {
            Write(Encoding.UTF8.GetBytes($"{(_isInLine ? "\n" : "")}launch: warning: {failure.Message}\n"));
        }

        Dispose();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Try(static file => file.Dispose());
            _closed = true;
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            try
            {
                _file.Write(bytes);
                _isInLine = bytes is [.., not (byte)'\n'];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _closed = true;
            }
        }
    }

    private void Try(Action<BoundedLog> action)
    {
        try
        {
            action(_file);
        }
        catch (IOException)
        {
            _closed = true;
        }
    }
}
