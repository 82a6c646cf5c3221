namespace LaunchSdk.Problems;

/// <summary>
/// Where a problem is: <see cref="FileLocation"/>, <see cref="CodeLocation"/> or <see cref="RequestLocation"/>, and nothing else.
/// </summary>
public abstract record ProblemLocation
{
    private protected ProblemLocation() { }
}
