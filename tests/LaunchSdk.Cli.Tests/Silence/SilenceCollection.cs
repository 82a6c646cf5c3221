namespace LaunchSdk.Cli.Tests.Silence;

/// <summary>
/// Tests that stop an engine and watch the clock of what waits for it: alone, so that no other test's load speaks for the engine.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SilenceCollection
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Silence";
}
