using LaunchSdk.Docker.Errors;

namespace LaunchSdk.Docker.Connection;

/// <summary>The choice of the API version, as the docker command makes it.</summary>
internal static class EngineVersion
{
    private const string Variable = "DOCKER_API_VERSION";

    public static Version Negotiate(DockerEngineOptions options, Version engine, string host)
    {
        if ((options.ApiVersion ?? FromEnvironment(options.Environment)) is { } wanted)
        {
            return wanted;
        }

        if (engine < DockerEngine.OldestApiVersion)
        {
            throw new DockerEngineException(
                $"agreeing on an API version with the Docker Engine at {host}",
                $"the engine knows API {engine} and LaunchSdk needs {DockerEngine.OldestApiVersion} or newer",
                "Update Docker Engine"
            )
            {
                Kind = EngineErrorKind.ApiVersion,
            };
        }

        return engine < DockerEngine.NewestApiVersion ? engine : DockerEngine.NewestApiVersion;
    }

    private static Version? FromEnvironment(Func<string, string?> environment)
    {
        var text = environment(Variable)?.TrimStart('v');
        return text is not { Length: > 0 } ? null
            : Version.TryParse(text, out var version) ? version
            : throw new DockerEngineException(
                "choosing an API version",
                $"'{text}' of {Variable} is not a version",
                "Write it as 1.41, or unset the variable"
            )
            {
                Kind = EngineErrorKind.ApiVersion,
            };
    }
}
