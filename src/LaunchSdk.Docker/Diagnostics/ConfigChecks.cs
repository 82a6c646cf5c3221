using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Diagnostics;

/// <summary>The checks that need no engine: docker's config.json, and the programs that it names.</summary>
internal static class ConfigChecks
{
    public static IEnumerable<EngineCheck> Run(Func<string, string?> environment)
    {
        var file = Path.Combine(DockerFolder.Find(environment), "config.json");
        DockerConfigFile config;
        try
        {
            config = DockerConfigFile.Load(environment);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return
            [
                new EngineCheck("config", CheckOutcome.Failed, e.Message, "Correct the file, or name another folder with DOCKER_CONFIG"),
            ];
        }

        return
        [
            new EngineCheck(
                "config",
                CheckOutcome.Passed,
                File.Exists(file) ? $"{file} can be read" : $"there is no {file}, and none is needed"
            ),
            Credentials(config, environment),
        ];
    }

    private static EngineCheck Credentials(DockerConfigFile config, Func<string, string?> environment)
    {
        var programs = config.CredentialHelpers.Select(static helper => $"docker-credential-{helper}").ToArray();
        var missing = programs.Where(program => ClientProgram.Find(program, environment) is null).ToArray();
        return missing.Length > 0
            ? new EngineCheck(
                "credentials",
                CheckOutcome.Warning,
                $"config.json names {string.Join(" and ", missing)}, not on the PATH: pulls fail",
                $"Install {string.Join(" and ", missing)}, or take them out of credsStore and credHelpers and log in again"
            )
            : new EngineCheck(
                "credentials",
                CheckOutcome.Passed,
                programs.Length > 0 ? $"from {string.Join(" and ", programs)}"
                    : config.HasCredentials ? "in config.json itself"
                    : "none: only public images can be pulled"
            );
    }
}
