using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Problems;

/// <summary>All rules, each a file in <c>Rules</c> with its title and its sentences. An id is never used again for another rule.</summary>
public static class ProblemRules
{
    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<ProblemRule> All { get; } =
    [
        Syntax.Rule,
        DuplicateKey.Rule,
        UnknownKey.Rule,
        WrongType.Rule,
        InvalidValue.Rule,
        NotAllowed.Rule,
        OutOfRange.Rule,
        MissingKey.Rule,
        Conflict.Rule,
        AmbiguousScalar.Rule,
        UnknownMacro.Rule,
        UnknownVariable.Rule,
        InvalidVariable.Rule,
        LimitExceeded.Rule,
        NotSupportedByEngine.Rule,
        FileNotUsable.Rule,
        InvalidImage.Rule,
        RefusedByEngine.Rule,
        RepeatedOption.Rule,
        Deprecated.Rule,
        UnknownRegistry.Rule,
        FixedName.Rule,
        VolumeInEnvironment.Rule,
        SecretInClear.Rule,
        UnquotedGpuDevices.Rule,
        RefusedByReferenceAgent.Rule,
        AddressWithoutNetwork.Rule,
        UndefinedQueue.Rule,
        FixedNameOfManyJobs.Rule,
        DuplicateQueue.Rule,
        NameNotAnIdentifier.Rule,
        NameClash.Rule,
        IgnoredResult.Rule,
    ];

    /// <summary>The rule with an id.</summary>
    /// <param name="id">The id, such as <c>LSDK0003</c>.</param>
    /// <returns>The rule; null where there is none.</returns>
    public static ProblemRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
