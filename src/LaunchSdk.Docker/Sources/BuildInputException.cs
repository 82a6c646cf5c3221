using LaunchSdk.Problems;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// A job's source that no image can be made of as it stands. It tells every problem that was found, not the first one only.
/// </summary>
public sealed class BuildInputException : Exception
{
    /// <summary>Describes what was found.</summary>
    /// <param name="problems">One sentence for each problem: the value, the rule, the way out.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public BuildInputException(IReadOnlyList<string> problems, Exception? innerException = null)
        : base(string.Join("\n", Printable(problems)), innerException) => Problems = [.. Printable(problems)];

    /// <summary>Describes one problem.</summary>
    /// <param name="problem">The value, the rule, the way out.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public BuildInputException(string problem, Exception? innerException = null)
        : this([problem], innerException) { }

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static IEnumerable<string> Printable(IReadOnlyList<string> problems) =>
        (problems ?? throw new ArgumentNullException(nameof(problems))).Select(PrintableText.Message);
}
