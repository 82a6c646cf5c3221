using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Configuration;

/// <summary>What reading a configuration gave: a value, and every problem found on the way.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed class ConfigResult<T>
    where T : class
{
    private readonly ProblemList? _list;

    internal ConfigResult(T? value, ProblemList problems)
    {
        _list = problems;
        HasErrors = problems.HasErrors;
        Value = HasErrors ? null : value;
    }

    internal ConfigResult(T? value, IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        HasErrors = problems.Any(problem => problem.Severity == ProblemSeverity.Error);
        Value = HasErrors ? null : value;
    }

    /// <summary>The value; null when there are errors.</summary>
    public T? Value { get; }

    /// <summary>Errors, warnings and information, in the order of the text.</summary>
    public IReadOnlyList<Problem> Problems => field ??= _list!.ToOrderedList();

    /// <summary>Whether one of the problems is an error.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Value))]
    public bool HasErrors { get; }

    /// <summary>The value.</summary>
    /// <returns>The value, never null.</returns>
    /// <exception cref="ConfigException">There are errors; the exception lists them all.</exception>
    public T GetValueOrThrow() => HasErrors ? throw new ConfigException(Problems) : Value!;
}
