using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Telemetry;

/// <summary>What an agent tells its logger. No message holds output of a container or a value of its environment.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(1, LogLevel.Information, "Agent {Agent} takes jobs of {Queues} from {Backend}, {MaxJobs} at a time")]
    public static partial void Working(this ILogger logger, string agent, string queues, string backend, int maxJobs);

    [LoggerMessage(2, LogLevel.Information, "Took job {Item} of queue {Queue}")]
    public static partial void Taken(this ILogger logger, string item, string queue);

    [LoggerMessage(3, LogLevel.Debug, "Job {Item}: {Step}")]
    public static partial void Step(this ILogger logger, string item, string step);

    [LoggerMessage(4, LogLevel.Information, "Job {Item} {State}: {Message}")]
    public static partial void Ended(this ILogger logger, string item, string state, string message);

    [LoggerMessage(5, LogLevel.Information, "Job {Item} went back to its queue: {Reason}")]
    public static partial void GivenBack(this ILogger logger, string item, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Job {Item} is no longer this agent's: {Reason}")]
    public static partial void Lost(this ILogger logger, string item, string reason);

    [LoggerMessage(7, LogLevel.Information, "Took over job {Item}, whose container {Container} is {State}")]
    public static partial void Adopted(this ILogger logger, string item, string container, string state);

    [LoggerMessage(8, LogLevel.Warning, "The backend cannot be used: {Reason}")]
    public static partial void BackendFailed(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Information, "The backend answers again")]
    public static partial void BackendAnswers(this ILogger logger);

    [LoggerMessage(10, LogLevel.Warning, "The engine cannot be used: {Reason}")]
    public static partial void EngineFailed(this ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Information, "The engine answers again")]
    public static partial void EngineAnswers(this ILogger logger);

    [LoggerMessage(12, LogLevel.Warning, "Queue {Queue}: {Reason}")]
    public static partial void QueueFailed(this ILogger logger, string queue, string reason);

    [LoggerMessage(13, LogLevel.Information, "{Message}")]
    public static partial void Phase(this ILogger logger, string message);

    [LoggerMessage(14, LogLevel.Information, "Removed container {Container} of job {Item}: {Reason}")]
    public static partial void Removed(this ILogger logger, string container, string item, string reason);

    [LoggerMessage(15, LogLevel.Warning, "Container {Container} of job {Item} is left: {Reason}")]
    public static partial void LeftBehind(this ILogger logger, string container, string item, string reason);

    [LoggerMessage(16, LogLevel.Warning, "Job {Item}: {Reason}")]
    public static partial void HookFailed(this ILogger logger, string item, string reason);

    [LoggerMessage(18, LogLevel.Warning, "The code of job {Item} is left on this machine: {Reason}")]
    public static partial void CodeLeft(this ILogger logger, string item, string reason);

    [LoggerMessage(19, LogLevel.Warning, "Containers that may have been left could not be looked for: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string reason);

    [LoggerMessage(20, LogLevel.Warning, "The agent's name may be its own from before; it waits {Seconds} s for it: {Reason}")]
    public static partial void WaitsForName(this ILogger logger, double seconds, string reason);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "The agent's name was that of machine {Machine} (id {MachineId}), which was not heard of any more: jobs that run there wait for it (launch jobs), or for launch requeue"
    )]
    public static partial void NameWasElsewhere(this ILogger logger, string machine, string machineId);

    [LoggerMessage(22, LogLevel.Debug, "The agent's name is free only when its lease has run out: {Reason}")]
    public static partial void NameKept(this ILogger logger, string reason);

    [LoggerMessage(23, LogLevel.Warning, "Job {Item} {Step} for {Seconds} s")]
    public static partial void StepTakesLong(this ILogger logger, string item, string step, long seconds);

    [LoggerMessage(40, LogLevel.Information, "Deleted {Count} {What} that were kept long enough")]
    public static partial void Swept(this ILogger logger, int count, string what);

    [LoggerMessage(41, LogLevel.Warning, "Could not delete {What} that were kept long enough: {Reason}")]
    public static partial void NotSwept(this ILogger logger, string what, string reason);

    [LoggerMessage(17, LogLevel.Error, "Job {Item} failed by an error of the agent's")]
    public static partial void Unexpected(this ILogger logger, string item, Exception exception);
}
