namespace LaunchSdk.Docs.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Line">Line of the opening fence, from 1.</param>
/// <param name="Lines">The lines between the fences.</param>
/// <param name="FileName">The file that the block is, where the line before it ends with <c>`NAME`:</c>; null for none.</param>
internal sealed record CodeBlock(string Language, int Line, IReadOnlyList<string> Lines, string? FileName)
{
    public string Text => string.Join('\n', Lines) + "\n";
}
