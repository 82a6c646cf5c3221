namespace LaunchSdk.Problems;

/// <summary>Every rule that LaunchSdk checks in configuration. An id is never used again for another rule.</summary>
public static class ProblemRules
{
    // Before the rules: static members are initialized in the order of the text.
    private static readonly List<ProblemRule> Rules = [];

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ProblemRule> All => Rules;

    /// <summary>The text is not JSON or YAML.</summary>
    public static ProblemRule Syntax { get; } = Error("LSDK0001", "The file is not valid JSON or YAML", isMendable: true);

    /// <summary>A mapping names a key twice.</summary>
    public static ProblemRule DuplicateKey { get; } = Error("LSDK0002", "A key stands twice", isMendable: true);

    /// <summary>A key that no schema knows.</summary>
    public static ProblemRule UnknownKey { get; } = Error("LSDK0003", "Unknown key", isMendable: true);

    /// <summary>A list where one value belongs, text on a flag, and the like.</summary>
    public static ProblemRule WrongType { get; } = Error("LSDK0004", "The value has the wrong type", isMendable: true);

    /// <summary>Text that the option's grammar refuses.</summary>
    public static ProblemRule InvalidValue { get; } = Error("LSDK0005", "The value is not valid for its option", isMendable: true);

    /// <summary>A value outside a closed set.</summary>
    public static ProblemRule NotAllowed { get; } = Error("LSDK0006", "The value is not one of the allowed values", isMendable: true);

    /// <summary>A number or length outside its range.</summary>
    public static ProblemRule OutOfRange { get; } = Error("LSDK0007", "The value is out of range");

    /// <summary>A key that must be there is not.</summary>
    public static ProblemRule MissingKey { get; } = Error("LSDK0008", "A required key is missing");

    /// <summary>Options that exclude each other.</summary>
    public static ProblemRule Conflict { get; } = Error("LSDK0009", "Two settings exclude each other");

    /// <summary>A plain YAML scalar that readers understand differently.</summary>
    public static ProblemRule AmbiguousScalar { get; } = Error("LSDK0010", "A plain YAML value can be read in two ways", isMendable: true);

    /// <summary>A macro that does not exist or has no value.</summary>
    public static ProblemRule UnknownMacro { get; } = Error("LSDK0011", "Unknown macro", isMendable: true);

    /// <summary>A template variable without a schema or without a value.</summary>
    public static ProblemRule UnknownVariable { get; } = Error("LSDK0012", "Unknown template variable", isMendable: true);

    /// <summary>A value that a template variable's schema refuses, or a schema that contradicts itself.</summary>
    public static ProblemRule InvalidVariable { get; } = Error("LSDK0013", "A template variable is not valid");

    /// <summary>A file too large, nested too deep, or with aliases that explode.</summary>
    public static ProblemRule LimitExceeded { get; } = Error("LSDK0014", "The file exceeds a limit");

    /// <summary>An option that the engine's version or operating system does not have.</summary>
    public static ProblemRule NotSupportedByEngine { get; } = Error("LSDK0015", "The engine does not support the option");

    /// <summary>A file that an option names cannot be used.</summary>
    public static ProblemRule FileNotUsable { get; } = Error("LSDK0016", "A file that an option names cannot be used");

    /// <summary>The image is missing or not an image reference.</summary>
    public static ProblemRule InvalidImage { get; } = Error("LSDK0017", "The image is not valid");

    /// <summary>A value that docker passes on and the engine refuses.</summary>
    public static ProblemRule RefusedByEngine { get; } = Warning("LSDK0101", "The engine will refuse the value");

    /// <summary>One option under two of its names.</summary>
    public static ProblemRule RepeatedOption { get; } = Warning("LSDK0102", "An option is given under two names");

    /// <summary>A key that still works and has a successor.</summary>
    public static ProblemRule Deprecated { get; } = Warning("LSDK0103", "The key has a successor", isMendable: true);

    /// <summary>A registry that LaunchSdk does not know.</summary>
    public static ProblemRule UnknownRegistry { get; } = Warning("LSDK0104", "The registry is not one of the known services");

    /// <summary>A fixed container name, which two jobs cannot have at the same time.</summary>
    public static ProblemRule FixedName { get; } = Information("LSDK0201", "A fixed name lets one job run at a time");

    /// <summary>A value of <c>env</c> that looks like a volume.</summary>
    public static ProblemRule VolumeInEnvironment { get; } =
        Warning("LSDK0202", "An environment variable looks like a volume", isMendable: true);

    /// <summary>A secret as text in a file.</summary>
    public static ProblemRule SecretInClear { get; } = Warning("LSDK0203", "A secret is written in clear");

    /// <summary>A list of GPUs that docker reads as one GPU and a count.</summary>
    public static ProblemRule UnquotedGpuDevices { get; } =
        Warning("LSDK0204", "A list of GPUs needs quotes inside the value", isMendable: true);

    /// <summary>An option or a notation that W&amp;B's own agent refuses.</summary>
    public static ProblemRule RefusedByReferenceAgent { get; } = Information("LSDK0205", "W&B's own agent refuses it");

    /// <summary>An address without a network that could give it.</summary>
    public static ProblemRule AddressWithoutNetwork { get; } = Warning("LSDK0206", "A container's address needs a user-defined network");

    /// <summary>A queue that an agent takes jobs from and the project does not define.</summary>
    public static ProblemRule UndefinedQueue { get; } =
        Warning("LSDK0207", "The project does not define a queue of its agent", isMendable: true);

    /// <summary>A fixed container name in a queue whose agent runs several jobs at a time.</summary>
    public static ProblemRule FixedNameOfManyJobs { get; } = Warning("LSDK0208", "A fixed name meets an agent that runs several jobs");

    /// <summary>Two files that define one queue.</summary>
    public static ProblemRule DuplicateQueue { get; } = Warning("LSDK0209", "Two files define the same queue");

    /// <summary>A name that no C# member can have.</summary>
    public static ProblemRule NameNotAnIdentifier { get; } = Warning("LSDK0301", "A name cannot become a C# member");

    /// <summary>Two files whose C# members would have the same name.</summary>
    public static ProblemRule NameClash { get; } = Warning("LSDK0302", "Two files would become the same C# member");

    /// <summary>C# code that makes a changed copy of an immutable value and drops it.</summary>
    public static ProblemRule IgnoredResult { get; } = Warning("LSDK0401", "The result of a With call is ignored");

    private static ProblemRule Error(string id, string title, bool isMendable = false) => Add(id, ProblemSeverity.Error, title, isMendable);

    private static ProblemRule Information(string id, string title) => Add(id, ProblemSeverity.Information, title, isMendable: false);

    private static ProblemRule Warning(string id, string title, bool isMendable = false) =>
        Add(id, ProblemSeverity.Warning, title, isMendable);

    private static ProblemRule Add(string id, ProblemSeverity severity, string title, bool isMendable)
    {
        var rule = new ProblemRule(id, severity, title) { IsMendable = isMendable };
        Rules.Add(rule);
        return rule;
    }
}
