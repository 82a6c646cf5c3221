using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>
/// An artifact is not what it should be: a path that leads out of its folder, a digest that does not fit, a limit passed. Another try
/// changes nothing.
/// </summary>
public sealed class ArtifactException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What, and what to do.</param>
    /// <param name="inner">The cause; null for none.</param>
    public ArtifactException(string message, Exception? inner = null)
        : base(PrintableText.Message(message), inner) { }
}
