using System.Globalization;

namespace LaunchSdk.Testing;

/// <summary>Where a test with random input starts: another place in each run, or that of a run that failed.</summary>
public static class FuzzSeed
{
    /// <summary>The environment variable that repeats a run.</summary>
    public const string Variable = "LAUNCHSDK_FUZZ_SEED";

    /// <summary>The seed, and how to repeat the run, for messages.</summary>
    public static (int Seed, string Repeat) Take()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        var isGiven = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given);
        var seed = isGiven ? given : Random.Shared.Next();
        return (seed, $"{Variable}={seed} repeats this run");
    }
}
