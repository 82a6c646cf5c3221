using LaunchSdk.Problems;

namespace LaunchSdk.Validation.Edits;

/// <summary>A text after its fixes.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mended">The problems whose edits were made, in the order they were made; places are of the text at that time.</param>
/// <param name="Remaining">What is wrong with <paramref name="Text"/>.</param>
internal sealed record FixedText(string Text, IReadOnlyList<Problem> Mended, IReadOnlyList<Problem> Remaining)
{
    /// <summary>Whether anything was changed.</summary>
    public bool IsChanged => Mended.Count > 0;
}
