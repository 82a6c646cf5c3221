namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0101: a value that docker passes on and the engine refuses, or that docker drops.</summary>
internal static class RefusedByEngine
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0101", "The engine will refuse the value");

    /// <summary>A value that the engine answers with an error.</summary>
    /// <param name="option">The option as it was written.</param>
    /// <param name="value">The value.</param>
    /// <param name="because">Why; null where the way out says it all.</param>
    /// <param name="write">What to write; null where the reason says it all.</param>
    public static Violation Value(string option, string? value, MessageText? because, MessageText? write) =>
        Rule.Says($"the engine refuses {option}: {value}{Because(because)}{Write(write)}");

    /// <summary>A value that docker's command refuses where the engine runs on Linux.</summary>
    public static Violation ForLinux(string option, string? value, MessageText? because, MessageText? write) =>
        Rule.Says($"docker refuses {option}: {value} for a Linux engine{Because(because)}{Write(write)}");

    /// <summary>A value that docker's command leaves out.</summary>
    public static Violation Dropped(string option, string? value, MessageText? because, MessageText? write) =>
        Rule.Says($"docker leaves out {option}: {value} without a word{Because(because)}{Write(write)}");

    private static MessageText? Because(MessageText? reason) => reason is null ? null : (MessageText)$", because {reason}";

    private static MessageText? Write(MessageText? wayOut) => wayOut is null ? null : (MessageText)$": write {wayOut}";
}
