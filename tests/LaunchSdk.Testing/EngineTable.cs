namespace LaunchSdk.Testing;

/// <summary>
/// What differs from engine to engine, as data: a test that one engine cannot pass has a row for it, with the reason, and holds the engine
/// to what the row says. The last row whose version the engine has reached counts.
/// </summary>
/// <typeparam name="T">What is expected.</typeparam>
/// <param name="rows">The first version, what is expected from there on, and why; versions rise.</param>
public sealed class EngineTable<T>(params (string From, T Expected, string Reason)[] rows)
{
    /// <summary>What is expected of an engine.</summary>
    public T For(Version engine) => rows.Last(row => engine >= Version.Parse(row.From)).Expected;
}
