using LaunchSdk.Docker.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Docker.Tests.Telemetry;

public sealed class PrintableLoggerTests
{
    [Fact]
    public void A_message_is_one_line_without_passwords()
    {
        var log = new Recorder();

        PrintableLogger.Over(log).EngineWarning("a\u001b[2Jb", "no\n2026-01-01 info Job other Succeeded http://user:pw@proxy\u202e");

        Assert.Equal(
            ["The engine warns about container a\\u001b[2Jb: no\\n2026-01-01 info Job other Succeeded http://***@proxy\\u202e"],
            log.Messages
        );
    }

    [Fact]
    public void Without_a_logger_nothing_is_made()
    {
        Assert.Same(NullLogger.Instance, PrintableLogger.Over(null));
        Assert.Same(NullLogger.Instance, PrintableLogger.Over(NullLogger.Instance));
    }

    private sealed class Recorder : ILogger
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Messages.Add(formatter(state, exception));
    }
}
