namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0209: two files that define one queue.</summary>
internal static class DuplicateQueue
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0209", "Two files define the same queue", needsProject: true);

    /// <summary>A queue of another file's name.</summary>
    public static Violation Of(string queue, string otherFile) =>
        Rule.Says(
            $"the queue '{Phrases.Shorten(queue)}' is defined in {otherFile} too: "
                + $"keep one of the files, or give one of the queues another name"
        );
}
