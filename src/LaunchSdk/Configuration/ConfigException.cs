using LaunchSdk.Problems;

namespace LaunchSdk.Configuration;

/// <summary>Configuration that cannot be used; <see cref="Problems"/> has every problem with its position.</summary>
public sealed class ConfigException : Exception
{
    /// <summary>An exception for a set of problems.</summary>
    /// <param name="problems">The problems, errors among them; the message lists them all.</param>
    public ConfigException(IReadOnlyList<Problem> problems)
        : base(string.Join("\n", problems)) => Problems = problems;

    /// <summary>Every problem found.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
