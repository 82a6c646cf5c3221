namespace LaunchSdk.Benchmarks.Paired;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Run">Does it once; what it returns is thrown away.</param>
internal sealed record Contender(string Name, Func<object?> Run);
