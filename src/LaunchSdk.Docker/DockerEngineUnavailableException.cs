namespace LaunchSdk.Docker;

/// <summary>No Docker Engine could be reached: what was tried, where that address came from, and what to do.</summary>
public sealed class DockerEngineUnavailableException : DockerEngineException
{
    /// <summary>Describes an engine that cannot be reached.</summary>
    /// <param name="host">The address that was tried.</param>
    /// <param name="reason">Why it failed.</param>
    /// <param name="advice">What to do, as a sentence without its full stop.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public DockerEngineUnavailableException(string host, string reason, string? advice, Exception? innerException = null)
        : base($"connecting to the Docker Engine at {host}", reason, advice, innerException) => Host = host;

    /// <summary>The address that was tried.</summary>
    public string Host { get; }
}
