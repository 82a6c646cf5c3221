using LaunchSdk.Docker.Connection;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Registries;

/// <summary>
/// What to install and configure so that a registry lets this machine push, by the service that it belongs to (docs/registries.md).
/// </summary>
internal static class RegistryGuide
{
    /// <summary>The advice for a push that was denied, as a sentence without its full stop.</summary>
    /// <param name="image">The image that was to be pushed.</param>
    /// <param name="origin">Where the credentials came from that were shown.</param>
    /// <param name="environment">Looks up PATH, to tell what is installed already.</param>
    public static string Advise(string image, CredentialOrigin origin, Func<string, string?> environment)
    {
        var registry = RegistryName.Of(image);
        var host = registry == RegistryName.DockerHub ? "docker.io" : registry;
        return $"{Shown(origin)}. {WayIn(host, environment)} (docs/registries.md)";
    }

    /// <summary>
    /// The advice for a repository that the registry does not have; null where a registry makes repositories with the first push.
    /// </summary>
    public static string? AdviseRepository(string image)
    {
        var registry = RegistryName.Of(image);
        var repository = image[Math.Min(image.Length, registry.Length + 1)..].Split(':', '@')[0];
        return RegistryHosts.ServiceOf(registry) switch
        {
            RegistryService.AmazonEcr =>
                $"Amazon ECR does not make repositories by itself: `aws ecr create-repository --region {EcrRegion(registry)} --repository-name {repository}`",
            RegistryService.GoogleArtifactRegistry =>
                $"Artifact Registry does not make repositories by itself: `gcloud artifacts repositories create {Part(repository, 1)} --repository-format=docker --project={Part(repository, 0)} --location={registry[..registry.IndexOf("-docker", StringComparison.Ordinal)]}`",
            _ => null,
        };
    }

    private static string Shown(CredentialOrigin origin) =>
        origin switch
        {
            CredentialOrigin.Given => "The credentials that the program gave were refused",
            CredentialOrigin.File => "The credentials in docker's config.json were refused, and may have expired",
            CredentialOrigin.Helper => "The credential helper's credentials were refused, twice",
            _ => "There are no credentials for it on this machine",
        };

    private static string WayIn(string host, Func<string, string?> environment) =>
        RegistryHosts.ServiceOf(host) switch
        {
            RegistryService.AmazonEcr =>
                $"For Amazon ECR {Helper("ecr-login", "apt-get install amazon-ecr-credential-helper", host, environment)}, with an AWS identity (AWS_PROFILE, ~/.aws, the machine's role) that may push; or `aws ecr get-login-password --region {EcrRegion(host)} | docker login --username AWS --password-stdin {host}`, which lasts 12 hours",
            RegistryService.AzureAcr =>
                $"For Azure `az acr login --name {host.Split('.')[0]}` as an identity with the role AcrPush, which lasts 3 hours; or {Helper("acr-env", "from github.com/chrismellard/docker-credential-acr-env", host, environment)} with AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET",
            RegistryService.GoogleArtifactRegistry =>
                $"For Artifact Registry install the Google Cloud CLI, then `gcloud auth login` and `gcloud auth configure-docker {host}`, as an account with the role roles/artifactregistry.writer",
            _ => $"Log in with `docker login {host}` as an account that may push to the repository",
        };

    private static string Helper(string helper, string install, string host, Func<string, string?> environment) =>
        ClientProgram.Find($"docker-credential-{helper}", environment) is null
            ? $"install docker-credential-{helper} ({install}) and write \"credHelpers\": {{\"{host}\": \"{helper}\"}} in docker's config.json"
            : $"write \"credHelpers\": {{\"{host}\": \"{helper}\"}} in docker's config.json (docker-credential-{helper} is installed)";

    private static string EcrRegion(string host) => Part(host, 3, '.');

    private static string Part(string text, int index, char separator = '/') =>
        text.Split(separator) is { } parts && parts.Length > index ? parts[index] : "";
}
