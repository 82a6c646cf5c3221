using LaunchSdk.Values;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>What an expression gives when the program runs, as far as the compiler can tell.</summary>
/// <param name="Value">The value; null when it is refused.</param>
/// <param name="Refusal">Why the SDK will throw; null when there is a value.</param>
/// <param name="Parameter">The parameter that the refusal is about; null when it is about them together.</param>
internal readonly record struct ValueReading(DockerValue? Value, string? Refusal = null, string? Parameter = null);
