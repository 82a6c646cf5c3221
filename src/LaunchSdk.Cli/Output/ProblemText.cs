using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Output;

/// <summary>Problems as lines of text, with the tool's own way to do what a hint says.</summary>
internal static class ProblemText
{
    /// <summary>The whole line.</summary>
    public static string Line(Problem problem) => $"{problem}{Hint(problem)}";

    /// <summary>The sentence alone.</summary>
    public static string Sentence(Problem problem) => $"{problem.Message}{Hint(problem)}";

    private static string Hint(Problem problem) =>
        problem.Hint switch
        {
            { Kind: ProblemHintKind.SetMacro, Name: var name } => $" (--macro {name}=VALUE)",
            { Kind: ProblemHintKind.SetVariable, Name: var name } => $" (--set-var {name}=VALUE)",
            _ => "",
        };
}
