namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0015: an option that the engine's version or operating system does not have.</summary>
internal static class NotSupportedByEngine
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0015", "The engine does not support the option");

    /// <summary>Something that a newer engine has.</summary>
    /// <param name="what">What it is, in words.</param>
    /// <param name="needed">The API version that has it.</param>
    /// <param name="spoken">The API version of the engine.</param>
    public static Violation ByVersion(string what, string needed, string spoken) =>
        Rule.Says($"{what} needs Engine API {needed}, and the engine speaks {spoken}: drop it, or use a newer engine");

    /// <summary>An option of another operating system.</summary>
    public static Violation BySystem(string option, string needed, string system) =>
        Rule.Says($"'{option}' needs an engine on {needed}, and the engine runs on {system}: drop it");
}
