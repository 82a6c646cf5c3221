using Microsoft.Extensions.Logging;

namespace LaunchSdk.Docker.Telemetry;

/// <summary>What a run tells its logger. No message holds output of a container or a value of its environment.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1, LogLevel.Information, "Pulling {Image}")]
    public static partial void Pulling(this ILogger logger, string image);

    [LoggerMessage(2, LogLevel.Debug, "Created container {Container} of {Image} for run {Run}")]
    public static partial void Created(this ILogger logger, string container, string image, string run);

    [LoggerMessage(3, LogLevel.Information, "Started container {Container} of {Image} for run {Run}")]
    public static partial void Started(this ILogger logger, string container, string image, string run);

    [LoggerMessage(4, LogLevel.Information, "Container {Container}: {Reason}")]
    public static partial void Ended(this ILogger logger, string container, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The engine warns about container {Container}: {Warning}")]
    public static partial void EngineWarning(this ILogger logger, string container, string warning);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "The connection to the engine broke while container {Container} was running; looking for the engine for up to {Seconds} s"
    )]
    public static partial void Interrupted(this ILogger logger, string container, double seconds);

    [LoggerMessage(7, LogLevel.Warning, "Part of the output of container {Container} is lost: {Reason}")]
    public static partial void OutputLost(this ILogger logger, string container, string reason);

    [LoggerMessage(8, LogLevel.Error, "Run {Run} of {Image} failed before its container ran: {Reason}")]
    public static partial void StartFailed(this ILogger logger, string run, string image, string reason);

    [LoggerMessage(9, LogLevel.Information, "Stopping container {Container}")]
    public static partial void Stopping(this ILogger logger, string container);

    [LoggerMessage(10, LogLevel.Warning, "Container {Container} did not stop and is killed: {Reason}")]
    public static partial void Killing(this ILogger logger, string container, string reason);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "Container {Container} of run {Run} could not be removed and carries the labels of LaunchSdk: {Reason}"
    )]
    public static partial void LeftBehind(this ILogger logger, string container, string run, string reason);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "The engine's answer to the start of container {Container} is lost, and the container has begun to run: {Reason}"
    )]
    public static partial void StartAnswerLost(this ILogger logger, string container, string reason);
}
