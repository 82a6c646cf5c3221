using System.Text;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Tests.Registries;

public sealed class CredentialTests
{
    [Theory]
    [InlineData("busybox", "https://index.docker.io/v1/")]
    [InlineData("team/job:1", "https://index.docker.io/v1/")]
    [InlineData("docker.io/library/busybox", "https://index.docker.io/v1/")]
    [InlineData("localhost/job", "localhost")]
    [InlineData("localhost:5000/job", "localhost:5000")]
    [InlineData("ghcr.io/team/job@sha256:abc", "ghcr.io")]
    public void The_registry_is_the_part_of_the_name_that_is_a_host(string image, string registry)
    {
        Assert.Equal(registry, RegistryName.Of(image));
    }

    [Theory]
    [InlineData("""{"auths":{"ghcr.io":{"auth":"bWU6YTpi"}}}""", "me", "a:b")]
    [InlineData("""{"auths":{"https://ghcr.io/v1/":{"auth":"bWU6YTpi"}}}""", "me", "a:b")]
    [InlineData("""{"auths":{"ghcr.io":{"username":"me","password":"x"}}}""", "me", "x")]
    [InlineData("""{"auths":{"ghcr.io":{"auth":"not base64"}}}""", null, null)]
    [InlineData("""{"auths":{"ghcr.io":{}}}""", null, null)]
    [InlineData("""{"auths":{"other.io":{"auth":"bWU6YTpi"}}}""", null, null)]
    public void The_files_own_credentials_are_read(string json, string? user, string? password)
    {
        var found = DockerConfigFile.Parse(Encoding.UTF8.GetBytes(json)).Credentials("ghcr.io");

        Assert.Equal((user, password), (found?.User, found?.Password));
    }

    [Fact]
    public void An_identity_token_takes_the_place_of_a_password()
    {
        var found = DockerConfigFile
            .Parse("""{"auths":{"ghcr.io":{"auth":"bWU6","identitytoken":"tok"}}}"""u8.ToArray())
            .Credentials("ghcr.io")!;

        Assert.Equal(("", "tok"), (found.Password, found.IdentityToken));
        Assert.DoesNotContain("tok", found.ToString().Replace("a token", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registry")]
    [InlineData("https://registry/v1/")]
    [InlineData("team")]
    public void A_single_word_is_no_registry_whose_password_Docker_Hub_would_be_shown(string registry)
    {
        var error = Assert.Throws<ArgumentException>(() => RegistryCredentials.FromPassword(registry, "me", "hunter2"));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }
}
