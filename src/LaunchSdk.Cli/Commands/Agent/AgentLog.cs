using System.Globalization;
using LaunchSdk.Agent;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker.Clients;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>The agent's log file: a line a message, added at the end.</summary>
internal sealed class AgentLog : ILogger<LaunchAgent>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly AgentWriter _lines;
    private readonly StreamWriter? _file;
    private readonly LogLevel _least;

    private AgentLog(ToolConsole console, StreamWriter? file, LogLevel least)
    {
        _lines = new AgentWriter(PrintableWriter.Over(file ?? console.Out), console.Error);
        _file = file;
        _least = least;
    }

    /// <summary>Opens the log.</summary>
    /// <param name="console">The output that <c>-</c> means, and the folder that a path begins at.</param>
    /// <param name="file">The file, or <c>-</c>; null for no log.</param>
    /// <param name="verbosity">0 to 2: how much is written.</param>
    public static AgentLog? Open(ToolConsole console, string? file, int verbosity)
    {
        var least = verbosity switch
        {
            0 => LogLevel.Information,
            1 => LogLevel.Debug,
            _ => LogLevel.Trace,
        };
        return file switch
        {
            null => null,
            "-" => new AgentLog(console, null, least),
            _ => new AgentLog(console, OpenFile(Path.Combine(console.WorkingDirectory, file)), least),
        };
    }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= _least;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var cause = exception is null ? "" : $": {exception}";
        lock (_lock)
        {
            _lines.WriteLine($"{time} {Word(logLevel)} {formatter(state, exception)}{cause}");
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // It was reported with the line that did not fit.
        }
    }

    private static StreamWriter OpenFile(string path)
    {
        try
        {
            return new StreamWriter(PrivateFile.Append(path, FileShare.ReadWrite)) { AutoFlush = true, NewLine = "\n" };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write the log file '{path}': {failure.Message}");
        }
    }

    private static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Critical => "fail",
            _ => level.ToString().ToLowerInvariant(),
        };
}
