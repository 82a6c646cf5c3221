using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Status;
using LaunchSdk.Agent.Telemetry;
using LaunchSdk.Docker;
using Microsoft.Extensions.Logging;

namespace LaunchSdk.Agent.Jobs;

/// <summary>
/// Says the same thing again until it is answered, with growing pauses: an outage delays what a job's end needs, and nothing is dropped.
/// </summary>
internal sealed class OutageRetry(StatusBoard board, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Calls the backend until it answers; what it refuses is thrown.</summary>
    public Task BackendAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        BackendAsync(Valued(call), cancellationToken);

    /// <summary>Calls the backend until it answers; what it refuses is thrown.</summary>
    public Task<T> BackendAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        UntilAnsweredAsync(
            call,
            static exception => exception is RunQueueUnavailableException or RunQueueDeniedException,
            BackendFailed,
            BackendAnswered,
            cancellationToken
        );

    /// <summary>Calls the engine until it can be reached; what it refuses is thrown.</summary>
    public Task<T> EngineAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        UntilAnsweredAsync(call, IsEngineGone, EngineFailed, EngineAnswered, cancellationToken);

    /// <summary>Calls the engine until it can be reached.</summary>
    public Task EngineAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        EngineAsync(Valued(call), cancellationToken);

    /// <summary>Whether an exception says that the engine is away or on its way down, and not that it refuses.</summary>
    public static bool IsEngineGone(Exception exception) => exception is DockerEngineException { IsOutage: true };

    /// <summary>The agent's name is another's.</summary>
    public void NameLost(string reason)
    {
        logger.BackendFailed(reason);
        board.TellProblem(reason, status => status with { BackendProblem = reason });
    }

    public void BackendFailed(Exception exception)
    {
        if (board.Read().BackendProblem != exception.Message)
        {
            logger.BackendFailed(exception.Message);
            board.TellProblem($"the backend: {exception.Message}", status => status with { BackendProblem = exception.Message });
        }
    }

    public void BackendAnswered()
    {
        if (board.Read().BackendProblem is not null)
        {
            logger.BackendAnswers();
            board.TellProblem("the backend answers again", static status => status with { BackendProblem = null });
        }
    }

    public void EngineFailed(Exception exception)
    {
        if (board.Read().EngineProblem != exception.Message)
        {
            logger.EngineFailed(exception.Message);
            board.TellProblem($"the engine: {exception.Message}", status => status with { EngineProblem = exception.Message });
        }
    }

    public void EngineAnswered()
    {
        if (board.Read().EngineProblem is not null)
        {
            logger.EngineAnswers();
            board.TellProblem("the engine answers again", static status => status with { EngineProblem = null });
        }
    }

    private async Task<T> UntilAnsweredAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Func<Exception, bool> isGone,
        Action<Exception> failed,
        Action answered,
        CancellationToken cancellationToken
    )
    {
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            try
            {
                var answer = await call(cancellationToken).ConfigureAwait(false);
                answered();
                return answer;
            }
            catch (Exception e) when (isGone(e) && !cancellationToken.IsCancellationRequested)
            {
                failed(e);
                await Task.Delay(Jitter(pause), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Func<CancellationToken, Task<object?>> Valued(Func<CancellationToken, Task> call) =>
        async token =>
        {
            await call(token).ConfigureAwait(false);
            return null;
        };

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    // Agents that lost the same server do not come back to it in one moment.
    private static TimeSpan Jitter(TimeSpan pause) => pause * (0.8 + (Random.Shared.NextDouble() * 0.4));
}
