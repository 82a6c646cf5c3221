namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0009: settings that are mutually exclusive.</summary>
internal static class Conflict
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0009", "Mutually exclusive settings");

    /// <summary><c>help</c>, with which docker runs nothing.</summary>
    public static Violation Help => Rule.Says($"'help' prints docker's usage and runs nothing: remove it");

    /// <summary>A terminal for a process that has none.</summary>
    public static Violation TtyWithoutTerminal =>
        Rule.Says($"'tty' with standard input attached needs a terminal there, and this process has none: drop 'tty' or 'interactive'");

    /// <summary>An entry of <c>network</c> that names no network.</summary>
    public static Violation NetworkWithoutName => Rule.Says($"a network has no name: write the name of a network, such as bridge");

    /// <summary>Two options.</summary>
    /// <param name="first">One of them, with its value where that matters.</param>
    /// <param name="second">The other one.</param>
    /// <param name="because">Why; null where the names say it.</param>
    public static Violation Between(MessageText first, MessageText second, MessageText? because) =>
        because is null
            ? Rule.Says($"'{first}' and '{second}' are mutually exclusive: drop one of them")
            : Rule.Says($"'{first}' and '{second}' are mutually exclusive: {because}; drop one of them");

    /// <summary>An option that says what an entry of <c>network</c> says too.</summary>
    public static Violation RepeatsNetwork(string option, string key) =>
        Rule.Says($"'{option}' and '{key}=' in 'network' say the same thing twice: keep one of them");

    /// <summary>Aliases in a network that has none.</summary>
    public static Violation AliasNeedsUserNetwork(string network) =>
        Rule.Says($"aliases work only in user-defined networks, and '{network}' is not one: name a network of your own with 'network'");

    /// <summary>A network that is given twice.</summary>
    public static Violation RepeatedNetwork(string network) =>
        Rule.Says($"the network '{network}' is given more than once: keep one of them");

    /// <summary>A network of docker's own next to one that the user made.</summary>
    public static Violation MixedNetworks(string special) =>
        Rule.Says($"'{special}' cannot be combined with user-defined networks: keep one kind");

    /// <summary>A MAC address in an entry of <c>network</c>.</summary>
    /// <param name="error">The grammar's sentence.</param>
    public static Violation NetworkAddress(MessageText error) => Rule.Says($"network: {error}");

    /// <summary>None or several of keys of which there has to be one.</summary>
    public static Violation NeedsOneOf(string mapping, IReadOnlyList<string> keys) =>
        Rule.Says($"{mapping} needs exactly one of {Phrases.OneOf(keys)}");

    /// <summary>Several of keys of which there may be one.</summary>
    public static Violation OnlyOneOf(IReadOnlyList<string> keys) =>
        Rule.Says($"only one of {Phrases.OneOf(keys)} may be given: remove the others");
}
