namespace LaunchSdk.Problems;

/// <summary>A way out of a problem as data. A library's sentence names no command; a tool adds how it is done there.</summary>
/// <param name="Kind">What has to be done.</param>
/// <param name="Name">What it has to be done to: a macro's or a variable's name.</param>
public sealed record ProblemHint(ProblemHintKind Kind, string Name);
