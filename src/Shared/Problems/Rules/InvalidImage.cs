namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0017: the image is missing or not an image reference.</summary>
internal static class InvalidImage
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0017", "The image is not valid");

    /// <summary>An image that its grammar refuses.</summary>
    /// <param name="error">The grammar's sentence.</param>
    public static Violation Of(MessageText error) => Rule.Says(error);
}
