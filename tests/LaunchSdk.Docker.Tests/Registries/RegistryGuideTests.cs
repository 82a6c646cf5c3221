using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Tests.Registries;

public sealed class RegistryGuideTests
{
    [Theory]
    [InlineData(
        "123456789012.dkr.ecr.us-east-1.amazonaws.com/jobs:1",
        "aws ecr get-login-password --region us-east-1 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-east-1.amazonaws.com"
    )]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/jobs:1", "docker-credential-ecr-login")]
    [InlineData("mlregistry.azurecr.io/jobs:1", "az acr login --name mlregistry")]
    [InlineData("europe-west4-docker.pkg.dev/ml-prod/launch/jobs:1", "gcloud auth configure-docker europe-west4-docker.pkg.dev")]
    [InlineData("registry.example.com:5000/team/job:1", "docker login registry.example.com:5000")]
    [InlineData("team/job:1", "docker login docker.io")]
    public void Each_service_has_its_way_in(string image, string words)
    {
        Assert.Contains(words, RegistryGuide.Advise(image, CredentialOrigin.None, static _ => null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/jobs:1",
        "aws ecr create-repository --region us-east-1 --repository-name team/jobs"
    )]
    [InlineData(
        "europe-west4-docker.pkg.dev/ml-prod/launch/jobs:1",
        "gcloud artifacts repositories create launch --repository-format=docker --project=ml-prod --location=europe-west4"
    )]
    [InlineData("mlregistry.azurecr.io/jobs:1", null)]
    public void Where_repositories_must_be_made_the_command_is_told(string image, string? words)
    {
        if (words is null)
        {
            Assert.Null(RegistryGuide.AdviseRepository(image));
        }
        else
        {
            Assert.Contains(words, RegistryGuide.AdviseRepository(image), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Credentials_never_tell_their_secret()
    {
        var password = RegistryCredentials.FromPassword("docker.io", "ada", "s3cret");
        var token = RegistryCredentials.FromToken("ghcr.io", "s3cret");

        Assert.Equal(("https://index.docker.io/v1/", "ghcr.io"), (password.Registry, token.Registry));
        Assert.DoesNotContain("s3cret", $"{password} {token}", StringComparison.Ordinal);
        Assert.True(RegistryCredentials.Anonymous("localhost:5000").IsAnonymous);
    }
}
