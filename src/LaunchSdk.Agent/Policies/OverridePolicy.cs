using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Options;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Policies;

/// <summary>
/// Which options a job may set itself (<c>resource_args</c>). The operator's decision; the agent holds to it whatever a queue's server lets
/// through. The queue's own options are never asked about (docs/agent-policy.md).
/// </summary>
public sealed class OverridePolicy
{
    private readonly HashSet<string>? _allowed;

    private OverridePolicy(string name, IEnumerable<string>? allowed)
    {
        Name = name;
        _allowed = allowed is null ? null : new HashSet<string>(allowed, StringComparer.Ordinal);
    }

    /// <summary>Every option. Who may submit a job then has the machine: <c>privileged</c> and <c>volume</c> are among them.</summary>
    public static OverridePolicy Open { get; } = new("open", null);

    /// <summary>
    /// The 22 names that W&amp;B's own agent lets through since its version 0.28.1: 17 options and three of their letters; docker has no
    /// <c>command</c> and no <c>cpu</c>.
    /// </summary>
    public static OverridePolicy Wandb { get; } =
        new(
            "wandb-0.28.1",
            [
                "cpu-period",
                "cpu-quota",
                "cpu-shares",
                "cpus",
                "cpuset-cpus",
                "cpuset-mems",
                "env",
                "gpus",
                "memory",
                "memory-reservation",
                "memory-swap",
                "name",
                "pids-limit",
                "platform",
                "shm-size",
                "ulimit",
                "workdir",
            ]
        );

    /// <summary>No option.</summary>
    public static OverridePolicy Nothing { get; } = new("nothing", []);

    /// <summary>Every policy that has a name.</summary>
    internal static IReadOnlyList<OverridePolicy> Named { get; } = [Open, Wandb, Nothing];

    /// <summary>The policy's name: <c>open</c>, <c>wandb-0.28.1</c>, <c>nothing</c>, or the operator's list with commas.</summary>
    public string Name { get; }

    /// <summary>The long names of the options that may be set, by name; null for all.</summary>
    public IReadOnlyList<string>? Allowed => _allowed is null ? null : [.. _allowed.Order(StringComparer.Ordinal)];

    /// <summary>A list of options, by any of their names.</summary>
    /// <param name="options">Long or one-letter names, without dashes.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentException">One of them is no option of docker's.</exception>
    public static OverridePolicy Of(params IEnumerable<string> options) =>
        TryOf([.. options], out var policy, out var error) ? policy : throw new ArgumentException(error, nameof(options));

    /// <summary>Reads a policy's name or list: <c>open</c>, <c>wandb-0.28.1</c>, <c>nothing</c>, or names of options with commas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="error">What is wrong, and the way out.</param>
    /// <returns>Whether the text is a policy.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out OverridePolicy? policy, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = Named.FirstOrDefault(known => known.Name == text.Trim());
        if (named is not null)
        {
            (policy, error) = (named, null);
            return true;
        }

        return TryOf(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), out policy, out error);
    }

    /// <summary>What a job may not set, each as a sentence that names the option and the policy; empty where all is well.</summary>
    /// <param name="job">The job's options; null for none.</param>
    /// <returns>The sentences.</returns>
    public IReadOnlyList<string> Refuse(DockerQueueConfig? job)
    {
        if (job is null || _allowed is null)
        {
            return [];
        }

        var refused = job
            .Settings.Where(setting => !_allowed.Contains(setting.Option.Name))
            .Select(setting =>
                $"the job may not set '{setting.Name}': the agent's override policy {Name} does not have it. Ask the operator to set it in the queue, or to allow it"
            );
        return [.. refused.Distinct(StringComparer.Ordinal), .. job.Builder is null ? (string[])[] : [BuilderRefusal]];
    }

    /// <summary>The name.</summary>
    /// <returns>The name of the policy, or the names of its options with commas.</returns>
    public override string ToString() => Name;

    private string BuilderRefusal =>
        $"the job may not set 'builder': the agent's override policy {Name} does not have it. Ask the operator to set it in the queue";

    private static bool TryOf(string[] names, [NotNullWhen(true)] out OverridePolicy? policy, [NotNullWhen(false)] out string? error)
    {
        (policy, error) = (null, null);
        var allowed = new List<string>();
        foreach (var name in names)
        {
            if (!DockerOptions.TryGet(name, out var option))
            {
                var meant = NearestName.FindOne(name, DockerOptions.All.Select(static known => known.Name));
                error =
                    $"'{name}' is neither a policy (open, wandb-0.28.1, nothing) nor an option of docker run: {(meant is null ? "write option names with commas" : $"did you mean '{meant}'?")}";
                return false;
            }

            allowed.Add(option.Name);
        }

        if (allowed.Count == 0)
        {
            error = "the policy names no option: write open, wandb-0.28.1, nothing, or option names with commas";
            return false;
        }

        policy = new OverridePolicy(string.Join(',', allowed), allowed);
        return true;
    }
}
