using LaunchSdk.Docker.Registries;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Registries;

/// <summary>Credential helpers that misbehave: scripts that speak docker's protocol, or do not.</summary>
public sealed class CredentialHelperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-helper-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_longer_than_any_secret_is_refused()
    {
        Write("""printf '{"Secret":"'; head -c 2000000 /dev/zero | tr '\0' x; printf '"}'""");

        var error = await Assert.ThrowsAsync<DockerEngineException>(() => GetAsync(Token));

        Assert.Contains("is not the JSON of docker's protocol", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_that_leaves_a_program_behind_does_not_hold_a_cancelled_request()
    {
        Write("""sleep 600 & echo $! > "$HOME/left"; echo '{"Username":"a","Secret":"b"}'; mv "$HOME/left" "$HOME/begun" """);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var getting = GetAsync(cancellation.Token);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(_folder, "begun")), TimeSpan.FromSeconds(30)));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => getting.WaitAsync(TimeSpan.FromSeconds(60), Token));
        await HostProcess.RunAsync("kill", (await File.ReadAllTextAsync(Path.Combine(_folder, "begun"), Token)).Trim());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string script)
    {
        var path = Path.Combine(_folder, "docker-credential-test");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        HostProcess.MakeExecutable(path);
    }

    private Task<RegistryCredentials?> GetAsync(CancellationToken cancellationToken) =>
        CredentialHelper.GetAsync(
            "test",
            "ghcr.io",
            name =>
                name switch
                {
                    "PATH" => $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
                    "HOME" => _folder,
                    _ => null,
                },
            cancellationToken
        );
}
