using LaunchSdk.Docker;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>Stands still where the engine has created or started a container, which is when the run logs it.</summary>
internal sealed class StandingLogger(KillStep step) : ILogger<LaunchDocker>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if ((eventId.Name, step) is ("Created", KillStep.Created) or ("Started", KillStep.Started))
        {
            KilledAgent.StandStill(step);
        }

        if ((eventId.Name, step) is ("Created", KillStep.Starting))
        {
            KilledAgent.Say(step);
        }
    }
}
