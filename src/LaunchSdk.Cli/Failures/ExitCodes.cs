namespace LaunchSdk.Cli.Failures;

/// <summary>The tool's exit codes, a contract with scripts. <c>launch run</c> otherwise exits with the container's code.</summary>
internal static class ExitCodes
{
    /// <summary>What was asked is done.</summary>
    public const int Success = 0;

    /// <summary>Problems in configuration, or a command line that is not understood.</summary>
    public const int ConfigurationError = 1;

    /// <summary>The container was stopped after a time limit, as by timeout(1).</summary>
    public const int TimedOut = 124;

    /// <summary>LaunchSdk's or the engine's own error, as with docker run; also an output that cannot be written.</summary>
    public const int EngineError = 125;

    /// <summary>A signal ended the wait for a job, as shells report Ctrl-C.</summary>
    public const int Interrupted = 130;
}
