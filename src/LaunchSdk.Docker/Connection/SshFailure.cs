using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Connection;

/// <summary>What ssh's exit code and its words mean.</summary>
internal static class SshFailure
{
    // A shell's code for a program that it does not find.
    private const int NotFound = 127;

    public static SshFailedException Explain(string host, int exitCode, string errors)
    {
        var said = errors.Length == 0 ? $"ssh ended with code {exitCode}" : LastLine(errors);
        if (exitCode == NotFound || Says("docker: not found") || Says("docker: command not found"))
        {
            return new(
                $"{host} has no docker command: {said}",
                $"Install the docker command (18.09 or newer) on {host}, or put it on the PATH that ssh commands have there",
                EngineErrorKind.NoEngine
            );
        }

        if (Says("is not a docker command") || Says("unknown command"))
        {
            return new($"the docker command on {host} is too old: {said}", $"Update the docker command on {host} to 18.09 or newer");
        }

        if (Says("Host key verification failed") || Says("HOST IDENTIFICATION HAS CHANGED"))
        {
            return new(
                $"ssh does not know the key of {host}: {said}",
                $"Run `ssh {host}` once to check and accept its key; if the key has changed, find out why before removing it from known_hosts"
            );
        }

        if (Says("Permission denied ("))
        {
            return new(
                $"{host} accepts no key of this user: {said}",
                $"Load a key that {host} accepts into ssh-agent, or name it in ~/.ssh/config: nothing can ask for a password here"
            );
        }

        if (Says("permission denied"))
        {
            return new(
                $"the user on {host} may not open the engine's socket: {said}",
                $"Add that user to the group docker on {host}, or name another user in the address",
                EngineErrorKind.SocketPermission
            );
        }

        if (
            Says("Cannot connect to the Docker daemon")
            || Says("failed to dial")
            || Says("dial unix")
            || Says("open the raw stream connection")
        )
        {
            return new(
                $"no engine answers on {host}: {said}",
                $"Start Docker Engine on {host}, or name its socket: ssh://{host}/path/to/docker.sock",
                EngineErrorKind.NoEngine
            );
        }

        return new(said, $"Look whether `ssh {host} docker version` works");

        bool Says(string part) => errors.Contains(part, StringComparison.Ordinal);
    }

    private static string LastLine(string text) => text[(text.LastIndexOf('\n') + 1)..].Trim();
}
