using Polly;
using Polly.Retry;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>The tries of one call.</summary>
internal static class WandbRetry
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    /// <summary>A deadline around all tries, waits that grow and differ, the server's Retry-After before ours.</summary>
    public static ResiliencePipeline Create(WandbOptions options, CallKind kind)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        builder.AddTimeout(options.CallDeadline);
        if (options.Retries > 0)
        {
            builder.AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = options.Retries,
                    Delay = options.FirstRetry,
                    MaxDelay = LongestDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = new PredicateBuilder().Handle<TransportException>(error =>
                        error.IsPassing && (kind == CallKind.Repeatable || error.NothingDone)
                    ),
                    DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransportException)?.RetryAfter),
                }
            );
        }

        return builder.Build();
    }
}
