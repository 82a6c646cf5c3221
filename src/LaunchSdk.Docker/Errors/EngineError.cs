namespace LaunchSdk.Docker.Errors;

/// <summary>One row of the catalogue: the words by which a failure is known, and what to do.</summary>
/// <param name="Kind">The failure.</param>
/// <param name="Words">
/// Parts of dockerd's messages, in any case; one of them is enough. A star in them is any text. Empty for what LaunchSdk sees itself.
/// </param>
/// <param name="Advice">What to do, as a sentence without its full stop.</param>
public sealed record EngineError(EngineErrorKind Kind, IReadOnlyList<string> Words, string Advice);
