using LaunchSdk.Options;
using LaunchSdk.Settings;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A limit that one option sets, or several together.</summary>
/// <param name="options">The options; the first one names the limit.</param>
internal abstract class CeilingRule(params DockerOption[] options)
{
    /// <summary>The options that set it.</summary>
    public IReadOnlyList<DockerOption> Options => options;

    /// <summary>Whether a container that says nothing has the least there is, not the most.</summary>
    public bool IsLeastWhenUnset { get; init; }

    /// <summary>Whether a job may limit only what the queue limits: another name might mean the same thing.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether what the queue says without a number is no limit: <c>tag=x</c> among sizes.</summary>
    public bool IsOfAmounts { get; init; }

    /// <summary>
    /// What the options limit: by type, device or key where there are several, else under an empty key. Nothing where they set no limit.
    /// </summary>
    public abstract IEnumerable<(string Key, Limit Limit)> Read(OptionSettings settings);

    /// <summary>What holds for a key that the queue does not name; null for no limit.</summary>
    public virtual Limit? FindFallback(OptionSettings queue) => null;

    /// <summary>The key of one value of a repeatable option.</summary>
    public virtual string KeyOf(string text) => "";
}
