using System.Globalization;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// The variables with which a docker command reaches the engine that LaunchSdk is connected to, with the client's own configuration.
/// </summary>
internal static class BuildKitEnvironment
{
    private const string SecretPrefix = "LAUNCHSDK_BUILD_SECRET_";

    /// <summary>
    /// The client's places, the engine's address, and the build's arguments and secrets by name: no value is in an argument, where every
    /// user of the machine could read it.
    /// </summary>
    public static Dictionary<string, string?> ForBuild(DockerEngine engine, BuildOrder order)
    {
        var endpoint = engine.Transport.Endpoint;
        var variables = ClientEnvironment.Of(engine.Transport.Environment);
        foreach (var (name, value) in order.BuildArguments)
        {
            variables[name] = value;
        }

        foreach (var (index, secret) in order.Secrets.Index().Where(static one => one.Item.FilePath is null))
        {
            variables[SecretVariable(index)] = secret.Text;
        }

        variables["DOCKER_BUILDKIT"] = "1";
        variables["BUILDKIT_PROGRESS"] = "plain";
        variables["BUILDX_NO_DEFAULT_ATTESTATIONS"] = "1";
        variables["DOCKER_CONTEXT"] = null;
        variables["DOCKER_API_VERSION"] = null;
        variables["DOCKER_HOST"] = endpoint.Host;
        variables["DOCKER_TLS"] = endpoint.Tls is { IsVerified: false } ? "1" : null;
        variables["DOCKER_TLS_VERIFY"] = endpoint.Tls is { IsVerified: true } ? "1" : null;
        variables["DOCKER_CERT_PATH"] = endpoint.Tls?.Folder;
        return variables;
    }

    /// <summary>The value of <c>--secret</c>: where the docker command finds the secret, in its environment or in a file.</summary>
    public static string SecretArgument(int index, FoundSecret secret) =>
        CsvRecord.Write([$"id={secret.Id}", secret.FilePath is { } path ? $"src={path}" : $"env={SecretVariable(index)}"]);

    private static string SecretVariable(int index) => string.Create(CultureInfo.InvariantCulture, $"{SecretPrefix}{index}");

    /// <summary>Whether a build argument's name is one that the docker command reads for itself.</summary>
    public static bool IsReserved(string name) =>
        ClientEnvironment.Names.Contains(name, StringComparer.Ordinal)
        || name.StartsWith("DOCKER_", StringComparison.Ordinal)
        || name.StartsWith("BUILDX_", StringComparison.Ordinal)
        || name.StartsWith("BUILDKIT_PROGRESS", StringComparison.Ordinal)
        || name.StartsWith(SecretPrefix, StringComparison.Ordinal)
        || name.StartsWith("LD_", StringComparison.Ordinal);
}
