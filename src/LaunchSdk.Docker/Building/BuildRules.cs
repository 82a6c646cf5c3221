using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Building;

/// <summary>What a request may ask for.</summary>
internal static class BuildRules
{
    private const string InstallBuildKit =
        "Install docker's buildx plugin (apt-get install docker-buildx-plugin from docker's own packages), "
        + "or a docker command from 18.09 to 22 such as Debian 12's docker.io";

    /// <summary>Refuses what cannot be done, before anything is fetched.</summary>
    /// <exception cref="ImageBuildException">The message tells why.</exception>
    public static void Check(JobImageRequest request)
    {
        var source = request.Source.Text;
        if (request.Builder == ImageBuilderKind.Kaniko && request.Source is not ImageSource)
        {
            throw new ImageBuildException(
                source,
                "builder.type is kaniko, which builds in a Kubernetes cluster, and LaunchSdk builds with docker engines",
                "Write builder.type: docker"
            );
        }

        if (request.Push && request.Source is ImageSource)
        {
            throw new ImageBuildException(
                source,
                "it is an image already, so nothing is built and nothing pushed",
                "Leave the push out; for a folder of that name write ./ before it"
            );
        }

        if (request.Push && request.Destination is null)
        {
            throw new ImageBuildException(
                source,
                "there is no destination to push to",
                "Write builder.destination: HOST/REPOSITORY in launch-config.yaml and name the file with --config"
            );
        }

        if (request.Secrets.Count > 0)
        {
            CheckSecrets(request);
        }

        if (request.Builder == ImageBuilderKind.Noop && (request.Push || request.Tags.Count > 0))
        {
            throw new ImageBuildException(
                source,
                "builder.type is noop, which builds no image that could be pushed or named",
                "Write builder.type: docker"
            );
        }

        if (
            request.BuildArguments.Keys.FirstOrDefault(static name =>
                name.Length == 0 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ) is
            { } wrong
        )
        {
            throw new ImageBuildException(
                source,
                $"'{wrong}' is not the name of a build argument (letters, digits and _)",
                "Write it as the Dockerfile's ARG line has it"
            );
        }
    }

    private static void CheckSecrets(JobImageRequest request)
    {
        var source = request.Source.Text;
        if (request.Builder == ImageBuilderKind.Noop)
        {
            throw new ImageBuildException(
                source,
                "builder.type is noop, which runs no step that could read a build secret",
                "Write builder.type: docker, or give the container what it needs by the queue's env"
            );
        }

        if (request.Secrets.CountBy(static secret => secret.Id).FirstOrDefault(static one => one.Value > 1).Key is { } twice)
        {
            throw new ImageBuildException(source, $"the build secret '{twice}' is given twice", "Give each secret an id of its own");
        }

        if (request.Flavor == BuilderFlavor.Classic)
        {
            throw new ImageBuildException(
                source,
                $"the classic builder has no build secrets ({Names(request)})",
                "Let BuildKit build: do not ask for the classic builder"
            );
        }
    }

    /// <summary>The refusal of a build with secrets where there is no client of BuildKit.</summary>
    public static ImageBuildException SecretsNeedBuildKit(JobImageRequest request) =>
        NoBuildKit(request.Source.Text, $"the build is given secrets ({Names(request)}), which only BuildKit hands to a step");

    /// <summary>What to do where a builder refuses an image of several platforms; null for another reason.</summary>
    public static string? AdvisePlatforms(string reason) =>
        reason.Contains("Multi-platform build is not supported", StringComparison.Ordinal)
        || reason.Contains("support exporting manifest lists", StringComparison.Ordinal)
            ? "Switch the engine's containerd image store on (the default of a new Docker 29), or push from a builder of your own "
                + "(`docker buildx create --use`), or build for one platform"
            : null;

    private static string Names(JobImageRequest request) => string.Join(", ", request.Secrets.Select(static secret => secret.Id));

    /// <summary>The refusal of what only BuildKit can build.</summary>
    public static ImageBuildException NoBuildKit(string source, string why) =>
        new(
            source,
            $"{why}, and no docker command of this machine can build with it",
            $"{InstallBuildKit}; or take what needs it out of the Dockerfile"
        );

    /// <summary>
    /// The refusal where the engine has no classic builder, and this machine has no client of BuildKit or the classic one was asked for.
    /// </summary>
    public static ImageBuildException NoClassicBuilder(string source, string engineMessage) =>
        new(
            source,
            $"this engine has no classic builder ({engineMessage}), so it builds with BuildKit only, through a docker command of this machine",
            $"{InstallBuildKit}; and do not ask for the classic builder"
        );
}
