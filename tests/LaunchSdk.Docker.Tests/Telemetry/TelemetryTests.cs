using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Telemetry;
using LaunchSdk.Docker.Tests.Containers;
using LaunchSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Tests.Telemetry;

public sealed class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_an_activity_with_its_steps_in_it()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LaunchTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var parent = new Activity("test").Start();

        await RunAsync(null);

        var mine = ended.Where(activity => activity.TraceId == parent.TraceId).ToArray();
        Assert.Equal(["launchsdk.create", "launchsdk.start", "launchsdk.run"], mine.Select(activity => activity.OperationName));
        Assert.All(mine[..2], step => Assert.Equal(mine[2].SpanId, step.ParentSpanId));
        Assert.Equal(4, mine[2].GetTagItem("process.exit.code"));
    }

    [Fact]
    public async Task Times_and_bytes_are_measured()
    {
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == LaunchTelemetry.MeterName)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, _, _) => seen.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value)
        );
        listener.Start();

        await RunAsync(null);

        Assert.Superset(
            new HashSet<string>
            {
                "launchsdk.create.duration",
                "launchsdk.start.duration",
                "launchsdk.run.duration",
                "launchsdk.output",
                "launchsdk.containers",
            },
            seen.Keys.ToHashSet()
        );
        Assert.True(seen["launchsdk.output"] >= 6);
    }

    [Fact]
    public async Task Logs_tell_of_start_and_end_and_hold_no_output()
    {
        var logger = new RecordingLogger();

        await RunAsync(logger);

        Assert.Contains(logger.Messages, message => message.StartsWith("Started container 000000000000", StringComparison.Ordinal));
        Assert.Contains("Container 000000000000: ended with exit code 4", logger.Messages);
        Assert.DoesNotContain(logger.Messages, message => message.Contains("output", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_gets_one_LaunchDocker_by_its_services()
    {
        await using var engine = new RecordingEngine();
        await using var services = new ServiceCollection()
            .AddLaunchDocker(new DockerEngineOptions { Host = engine.Host })
            .BuildServiceProvider();

        var docker = services.GetRequiredService<LaunchDocker>();

        Assert.Same(docker, services.GetRequiredService<LaunchDocker>());
        Assert.Equal(engine.Host, (await docker.GetEngineAsync(Token)).Host);
    }

    private static async Task RunAsync(ILogger? logger)
    {
        await using var engine = new RecordingEngine { ExitCode = 4, Output = Frames.Of((1, "output")) };
        await using var docker = await DockerEngine.ConnectAsync(new DockerEngineOptions { Host = engine.Host }, Token);
        await new ContainerRunner(docker, null, logger).RunAsync(Plans.Shell(":"), DiscardedOutput.Instance, null, Token);
    }

    private sealed class RecordingLogger : ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Messages.Enqueue(formatter(state, exception));
    }
}
