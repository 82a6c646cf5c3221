using System.ComponentModel;
using System.Text.Json;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Registries;

/// <summary>
/// The protocol of docker-credential-* programs: <c>get</c> as the argument, the registry on standard input, JSON on standard output. The
/// secret is in neither argument nor variable.
/// </summary>
internal static class CredentialHelper
{
    // A helper may have to ask the user to unlock a keychain.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<RegistryCredentials?> GetAsync(
        string helper,
        string registry,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        var name = $"docker-credential-{helper}";
        if (helper.AsSpan().IndexOfAny('/', '\\') >= 0 || ClientProgram.Find(name, environment) is not { } path)
        {
            throw Failed(
                registry,
                $"docker's config.json names the credential helper {name}, which is not on the PATH",
                $"Install {name}, or take the helper out of credsStore and credHelpers and log in again",
                null
            );
        }

        using var deadline = new LinkedDeadline(Longest, TimeProvider.System, cancellationToken);
        try
        {
            var answer = await ProgramRun
                .RunAsync(path, ["get"], ClientEnvironment.Of(environment), null, registry, deadline.Token)
                .ConfigureAwait(false);
            return answer.Code == 0 ? Read(name, registry, answer.Output)
                : answer.Output.Contains("credentials not found", StringComparison.OrdinalIgnoreCase) ? null
                : throw Failed(registry, $"{name} ended with code {answer.Code}", $"Run `echo {registry} | {name} get` to see why", null);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw Failed(registry, $"{name} cannot be run: {e.Message}", $"Look whether {path} is a program that this user may run", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(registry, $"{name} gave no answer within {Longest.TotalSeconds:0} s", "Unlock the keychain that it reads", e);
        }
    }

    // What the helper wrote may hold the secret, so no message repeats it, and the reader's exception is not passed on.
    private static RegistryCredentials? Read(string name, string registry, string answer)
    {
        try
        {
            var credentials = JsonSerializer.Deserialize(answer, RegistryJson.Default.HelperAnswer);
            return credentials?.Secret is not { Length: > 0 } secret ? null
                : credentials.Username == "<token>" ? new RegistryCredentials(registry, "", secret, isToken: true)
                : new RegistryCredentials(registry, credentials.Username ?? "", secret, isToken: false);
        }
        catch (JsonException)
        {
            throw Failed(registry, $"the answer of {name} is not the JSON of docker's protocol", $"Update {name}", null);
        }
    }

    private static DockerEngineException Failed(string registry, string reason, string advice, Exception? inner) =>
        new($"getting the credentials for {registry}", reason, advice, inner);
}
