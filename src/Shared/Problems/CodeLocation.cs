namespace LaunchSdk.Problems;

/// <summary>An option that a program set in code, and no file.</summary>
/// <param name="Option">The option's name, such as <c>memory</c>.</param>
public sealed record CodeLocation(string Option) : ProblemLocation
{
    /// <summary>The option's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Option;
}
