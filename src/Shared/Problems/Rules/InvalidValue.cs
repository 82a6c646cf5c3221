namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0005: text that the option's grammar refuses.</summary>
internal static class InvalidValue
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0005", "The value is not valid for its option", hasFix: true);

    /// <summary>A value that its grammar refuses.</summary>
    /// <param name="name">The option, key or variable that has it.</param>
    /// <param name="error">The grammar's sentence.</param>
    public static Violation Of(string name, MessageText error) => Rule.Says($"{name}: {error}");

    /// <summary>A value in code, where no option is known.</summary>
    public static Violation Of(MessageText error) => Rule.Says(error);

    /// <summary>A value that a filled template came to.</summary>
    /// <param name="name">The option or key.</param>
    /// <param name="error">The grammar's sentence about the filled value.</param>
    /// <param name="template">The text before it was filled.</param>
    public static Violation Filled(string name, MessageText error, string template) => Rule.Says($"{name}: {error} (from {template})");

    /// <summary>A variable's name with a value in it.</summary>
    public static Violation NameWithValue(string option, string shownName) =>
        Rule.Says($"{option}: '{shownName}' is not a variable's name: leave out '='");
}
