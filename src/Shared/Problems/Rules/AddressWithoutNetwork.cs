namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0206: an address without a network that could give it.</summary>
internal static class AddressWithoutNetwork
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0206", "A container's address needs a user-defined network");

    /// <summary>An address next to no network, or to one of docker's own.</summary>
    /// <param name="option">The option as it was written.</param>
    /// <param name="network">The network; null for none.</param>
    public static Violation Of(string option, string? network) =>
        network is null
            ? Rule.Says($"'{option}' works only in a user-defined network, and none is given: name yours with 'network'")
            : Rule.Says($"'{option}' works only in a user-defined network, and '{network}' is not one: name yours with 'network'");
}
