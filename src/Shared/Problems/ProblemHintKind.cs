namespace LaunchSdk.Problems;

/// <summary>What has to be done about a problem, where a tool has a way to do it.</summary>
public enum ProblemHintKind
{
    /// <summary>Give a macro a value.</summary>
    SetMacro,

    /// <summary>Give a template variable a value.</summary>
    SetVariable,
}
