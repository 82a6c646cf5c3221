using LaunchSdk.Values;

namespace LaunchSdk.Options;

/// <summary>A row of the option table: what <c>schemas/docker-queue.schema.json</c> says of one option of <c>docker run</c>.</summary>
public sealed class DockerOption
{
    /// <summary>Long name without dashes, such as <c>memory</c>; also the key in a queue file.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the C# property, such as <c>Memory</c>.</summary>
    internal string Member { get; init; } = "";

    /// <summary>One-letter name without the dash, such as <c>m</c>; null when there is none.</summary>
    public string? ShortName { get; init; }

    /// <summary>Further long names that docker takes without showing them, such as <c>net</c> for <c>network</c>.</summary>
    public IReadOnlyList<string> HiddenNames { get; init; } = [];

    /// <summary>Whether the option takes a value, and how many.</summary>
    public required OptionArity Arity { get; init; }

    /// <summary>The grammar of one value.</summary>
    public required Grammar Grammar { get; init; }

    /// <summary>What the option does, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The value's syntax for a person, such as <c>NUMBER[b|k|m|g|t|p]</c>; empty for a flag.</summary>
    public required string Syntax { get; init; }

    /// <summary>A value that works, as it stands in a queue file.</summary>
    public required string Example { get; init; }

    /// <summary>What docker does without the option, in words; null when nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Lowest Engine API version that has the option, such as <c>1.44</c>; null when all supported versions do.</summary>
    public string? MinApiVersion { get; init; }

    /// <summary>The only operating system of the engine that has the option (<c>linux</c> or <c>windows</c>); null for every one.</summary>
    public string? EngineOs { get; init; }

    /// <summary>Where the value goes in the Engine API, such as <c>HostConfig.Memory</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Why the option never reaches the engine's create request; null when it does.</summary>
    public string? ClientSideReason { get; init; }

    /// <summary>How a job's value is held against its queue's, where the queue's is a limit.</summary>
    internal OptionCeiling Ceiling { get; init; }

    /// <summary>True when a value may hold a secret and is masked in output.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True when the value names a file of the client, relative to its working directory.</summary>
    public bool IsClientFile { get; init; }

    /// <summary>Whether a value is masked in output: it may hold a secret, and is no path of a file that does.</summary>
    internal bool HidesValues => IsSecret && !IsClientFile;

    /// <summary>The long name with its dashes.</summary>
    internal string LongFlag => field ??= "--" + Name;

    /// <summary>All options that this one cannot be set with, and for which values that is so, whichever side reports it.</summary>
    public IReadOnlyList<OptionConflict> Conflicts { get; init; } = [];

    /// <summary>Values that are of the grammar and that the engine refuses, or docker drops.</summary>
    public IReadOnlyList<OptionRefusal> Refusals { get; init; } = [];

    /// <summary>Values worth offering, for completion; not a closed set.</summary>
    public IReadOnlyList<OptionValue> Values { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => LongFlag;
}
