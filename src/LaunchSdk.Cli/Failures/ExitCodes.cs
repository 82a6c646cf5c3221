namespace LaunchSdk.Cli.Failures;

/// <summary>The tool's exit codes, a contract with scripts. <c>launch run</c> otherwise exits with the container's code.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Problems in configuration, or a command line that is not understood.</summary>
    public const int ConfigurationError = 1;

    /// <summary>The container was stopped because its time was over, as timeout(1) has it.</summary>
    public const int TimedOut = 124;

    /// <summary>A signal ended the wait for a job, as shells have it for Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>LaunchSdk's or the engine's own error, as docker run has it; also that an output cannot be written.</summary>
    public const int EngineError = 125;
}
