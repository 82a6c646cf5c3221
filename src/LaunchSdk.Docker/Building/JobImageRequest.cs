using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>A job's source, and how it becomes an image.</summary>
public sealed record JobImageRequest
{
    /// <summary>The image that code runs in where nothing is built and the queue names none.</summary>
    public const string DefaultCodeImage = "python:3.12-slim";

    /// <summary>The directory, repository or image.</summary>
    public required BuildSource Source { get; init; }

    /// <summary>What the image is like: entry point, Dockerfile, base images, version of Python.</summary>
    public JobImageOptions Options { get; init; } = new();

    /// <summary>
    /// What builds (<c>builder.type</c>): <see cref="ImageBuilderKind.Noop"/> builds nothing, and null is docker, whose engine this request
    /// goes to.
    /// </summary>
    public ImageBuilderKind? Builder { get; init; }

    /// <summary>
    /// Whether BuildKit or the engine's classic builder builds; null for BuildKit where this machine has a docker command for it.
    /// </summary>
    public BuilderFlavor? Flavor { get; init; }

    /// <summary>
    /// The repository that the image is named after and pushed to (<c>builder.destination</c>); null for an image of this engine only.
    /// </summary>
    public RegistryDestination? Destination { get; init; }

    /// <summary>Whether the image is pushed to <see cref="Destination"/>.</summary>
    public bool Push { get; init; }

    /// <summary>
    /// The platforms (<c>builder.platform</c>); empty for the engine's own. Several make one image for all of them, which BuildKit builds
    /// with docker's buildx; the engine keeps it in the containerd image store, else it has to be pushed (docs/building.md).
    /// </summary>
    public IReadOnlyList<ContainerPlatform> Platforms { get; init; } = [];

    /// <summary>Values of the Dockerfile's ARG lines. They stay in the image's history: use none as a secret that matters.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Secrets that steps of the Dockerfile may mount (<c>RUN --mount=type=secret</c>), with BuildKit only; none unless set. They are in no
    /// tag: an image that is there already was perhaps built with others.
    /// </summary>
    public IReadOnlyList<BuildSecret> Secrets { get; init; } = [];

    /// <summary>Further names of the image, each with its tag.</summary>
    public IReadOnlyList<ImageReference> Tags { get; init; } = [];

    /// <summary>
    /// The image that code runs in where the builder is noop (<c>builder.base_image</c>); null for <see cref="DefaultCodeImage"/>.
    /// </summary>
    public ImageReference? CodeImage { get; init; }

    /// <summary>Whether an image that is there already is built all the same, with base images pulled anew.</summary>
    public bool Rebuild { get; init; }

    /// <summary>The network of the Dockerfile's RUN steps, such as <c>host</c>; null for the engine's default.</summary>
    public string? Network { get; init; }

    /// <summary>Credentials for registries, before those of docker's config.json.</summary>
    public IReadOnlyList<RegistryCredentials> Credentials { get; init; } = [];

    /// <summary>Gets each message, on the thread that does the work; null for none.</summary>
    public IProgress<ImageBuildProgress>? Progress { get; init; }

    /// <summary>Where the relative paths of directories and secrets start.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Where it is remembered what unchanged files hold; null reads every file each time.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>
    /// The request with what a queue says of building: <c>builder.accelerator.base_image</c> and <c>builder.base_image</c>.
    /// </summary>
    /// <param name="queue">The queue's options.</param>
    /// <returns>The request with the queue's answers where it had none.</returns>
    /// <exception cref="ImageBuildException">One of them is not an image's name, or has macros or template variables, which only a run can
    /// fill in.</exception>
    public JobImageRequest WithQueue(DockerQueueConfig queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var builder = queue.Builder is { } given ? DeprecatedKeys.Fold(given) : null;
        return this with
        {
            Options = builder?.Accelerator?.BaseImage is { } accelerator
                ? Options with
                {
                    AcceleratorBaseImage = Image("builder.accelerator.base_image", accelerator),
                }
                : Options,
            CodeImage = builder?.BaseImage is { } code ? Image("builder.base_image", code) : CodeImage,
        };
    }

    /// <summary>
    /// The request with what launch-config.yaml says of building: <c>builder.type</c>, <c>builder.destination</c> (or the older
    /// <c>registry.uri</c>) and <c>builder.platform</c>.
    /// </summary>
    /// <param name="agent">The agent's configuration.</param>
    /// <returns>The request with the agent's answers where it had none.</returns>
    /// <exception cref="ImageBuildException">The destination is none.</exception>
    public JobImageRequest WithAgent(LaunchAgentConfig agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return DeprecatedKeys.Fold(agent).Builder is not { } builder
            ? this
            : this with
            {
                Builder = builder.Type ?? Builder,
                Destination = builder.Destination is { } destination ? ReadDestination(destination) : Destination,
                Platforms = builder.Platform switch
                {
                    BuildPlatform.LinuxAmd64 => [ContainerPlatform.LinuxAmd64],
                    BuildPlatform.LinuxArm64 => [ContainerPlatform.LinuxArm64],
                    _ => Platforms,
                },
            };
    }

    private ImageReference Image(string key, string text) =>
        TemplateText.IsTemplate(text)
            ? throw new ImageBuildException(
                Source.Text,
                $"{key} is '{text}', which a run fills in, and this build is for no run",
                "Let `launch run SOURCE --queue FILE` build it, or write the image's name in the queue"
            )
        : ImageReference.TryParse(text, out var image, out var error) ? image
        : throw new ImageBuildException(Source.Text, $"{key}: {error.Message}", "Correct it in the queue");

    private RegistryDestination ReadDestination(string text) =>
        RegistryDestination.TryParse(text, out var destination, out var error)
            ? destination
            : throw new ImageBuildException(Source.Text, $"builder.destination: {error.Message}", "Correct it in launch-config.yaml");
}
