namespace LaunchSdk.Docker.Containers;

/// <summary>What the engine's words about a failed create or start mean: the exit codes are those of <c>docker run</c>.</summary>
internal static class StartFailure
{
    private const int CannotBeExecuted = 126;
    private const int NotFound = 127;

    public static int ExitCode(string engineMessage)
    {
        if (
            Says(engineMessage, "executable file not found")
            || Says(engineMessage, "no such file or directory")
            || Says(engineMessage, "system cannot find the file specified")
        )
        {
            return NotFound;
        }

        return Says(engineMessage, "permission denied") || Says(engineMessage, "is a directory")
            ? CannotBeExecuted
            : DockerEngineException.GeneralErrorExitCode;
    }

    private static bool Says(string message, string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
}
