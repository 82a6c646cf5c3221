namespace LaunchSdk.Options;

/// <summary>What becomes of a value that is refused.</summary>
public enum RefusalOutcome
{
    /// <summary>Docker's command sends it, and the engine answers with an error.</summary>
    EngineRefuses,

    /// <summary>Docker's command refuses it for a Linux engine; what the engine is, is not known before the run.</summary>
    ClientRefuses,

    /// <summary>Docker's command leaves it out without a word.</summary>
    ClientDrops,
}
