namespace LaunchSdk.Options;

/// <summary>Values of an option that are of its grammar and get nobody anywhere: <c>x-launch-refused</c> in the schema.</summary>
public sealed record OptionRefusal
{
    /// <summary>The part of the value that is looked at.</summary>
    public OptionPart Part { get; init; }

    /// <summary>What is wrong with the part.</summary>
    public required RefusalCondition Condition { get; init; }

    /// <summary>
    /// What the condition needs: the words of <see cref="RefusalCondition.NotAmong"/>, the bounds of <see cref="RefusalCondition.Outside"/>
    /// (an empty text for none), the other options of <see cref="RefusalCondition.Repeated"/>.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The kinds of values that the rule is for, such as <c>bind</c> of a mount; none for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What becomes of the value.</summary>
    public RefusalOutcome Outcome { get; init; }

    /// <summary>The rule in words, in which <c>{part}</c> stands for the part; empty where the way out says it all.</summary>
    public string Because { get; init; } = "";

    /// <summary>What to write, in which <c>{kind}</c> stands for the value's kind.</summary>
    public string Write { get; init; } = "";

    /// <summary>Versions of the engines, or of docker's command, that were seen to do so.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>Values that come to it, each alone in a queue file.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
