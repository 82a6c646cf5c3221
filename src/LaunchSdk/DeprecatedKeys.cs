namespace LaunchSdk;

/// <summary>Moves what older spellings say to where it belongs today; a value that the new key has already stays.</summary>
internal static class DeprecatedKeys
{
    /// <summary><c>builder.cuda</c> becomes <c>builder.accelerator</c>.</summary>
    public static QueueBuilderConfig Fold(QueueBuilderConfig builder) =>
        builder.StoredCuda is null ? builder : builder with { Accelerator = builder.Accelerator ?? builder.StoredCuda, StoredCuda = null };

    /// <summary><c>queue</c> joins <c>queues</c>, and <c>registry.uri</c> becomes <c>builder.destination</c>.</summary>
    public static LaunchAgentConfig Fold(LaunchAgentConfig config)
    {
        if (config.StoredQueue is { } queue)
        {
            var queues = config.Queues ?? [];
            config = config with { Queues = queues.Contains(queue) ? queues : [.. queues, queue], StoredQueue = null };
        }

        return config.StoredRegistry?.Uri is { } uri
            ? config with
            {
                Builder = (config.Builder ?? new AgentBuilderConfig()) with { Destination = config.Builder?.Destination ?? uri },
                StoredRegistry = null,
            }
            : config;
    }
}
