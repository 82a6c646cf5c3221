namespace LaunchSdk.Tests.Documents.PyYaml;

/// <summary>What a reader makes of a text: one of the two.</summary>
/// <param name="Tree">The values, as <see cref="DocumentText.Show"/> writes them.</param>
/// <param name="Error">Why it is refused.</param>
internal sealed record JudgedText(string? Tree, string? Error);
