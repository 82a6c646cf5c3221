using LaunchSdk.Problems;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Docker.Telemetry;

/// <summary>
/// A logger whose messages are one line of visible characters each and hold no passwords of addresses, whatever the engine and the
/// jobs say. Structured values are as they were.
/// </summary>
internal sealed class PrintableLogger : ILogger
{
    private readonly ILogger _inner;

    private PrintableLogger(ILogger inner) => _inner = inner;

    /// <summary>Makes the messages of a logger printable.</summary>
    /// <param name="logger">Gets them; null for none.</param>
    public static ILogger Over(ILogger? logger) =>
        logger switch
        {
            null => NullLogger.Instance,
            NullLogger or PrintableLogger => logger,
            _ => new PrintableLogger(logger),
        };

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _inner.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => _inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _inner.Log(logLevel, eventId, state, exception, (values, failure) => PrintableText.Message(formatter(values, failure)));
}
