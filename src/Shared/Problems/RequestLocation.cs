namespace LaunchSdk.Problems;

/// <summary>A part of what was asked for beside the options: the image, a template variable, the client's environment.</summary>
/// <param name="Member">The part, such as <c>image</c>.</param>
public sealed record RequestLocation(string Member) : ProblemLocation
{
    /// <summary>The part's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Member;
}
