using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Images;
using LaunchSdk.Docker.Registries;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>From a job's source to its image: fetch, choose the Dockerfile, look whether it is there, build, push.</summary>
internal sealed class JobImageBuilder
{
    private readonly DockerEngine _engine;
    private readonly JobImageRequest _request;
    private readonly CredentialStore _credentials;
    private readonly ImageStore _images;

    public JobImageBuilder(DockerEngine engine, JobImageRequest request)
    {
        _engine = engine;
        _request = request;
        _credentials = new CredentialStore(request.Credentials, engine.Transport.Environment);
        _images = new ImageStore(engine, _credentials);
    }

    private string Source => _request.Source.Text;

    public async Task<BuiltImage> RunAsync(CancellationToken cancellationToken)
    {
        BuildRules.Check(_request);
        if (_request.Source is ImageSource ready)
        {
            return new BuiltImage(ready.Image);
        }

        var source = await OpenedSource.OpenAsync(_request, _engine.Transport.Environment, cancellationToken).ConfigureAwait(false);
        var isKept = false;
        try
        {
            var image =
                _request.Builder == ImageBuilderKind.Noop
                    ? MountedCode.Create(_engine, _request, source)
                    : await BuildAsync(source, cancellationToken).ConfigureAwait(false);
            isKept = image.Checkout is not null;
            return image;
        }
        finally
        {
            if (!isKept)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<BuiltImage> BuildAsync(OpenedSource source, CancellationToken cancellationToken)
    {
        Report(ImageBuildPhase.Prepare, "Reading the source");
        var (candidates, context) = await PrepareAsync(source, cancellationToken).ConfigureAwait(false);
        if (
            !_request.Rebuild
            && await new ImageLookup(_request, _images, Report).FindAsync(candidates, cancellationToken).ConfigureAwait(false) is { } found
        )
        {
            return await FinishAsync(found, cancellationToken).ConfigureAwait(false);
        }

        var (candidate, builder) = await ChooseAsync(candidates, cancellationToken).ConfigureAwait(false);
        var push = new DirectPush(_request, _images);
        var isDirect = await push.IsNeededAsync(cancellationToken).ConfigureAwait(false);
        if (candidate.Dockerfile.Origin == DockerfileOrigin.Generated)
        {
            await new BaseImageCheck(_engine, _images, new ImagePuller(_engine, _credentials))
                .RunAsync(
                    Source,
                    JobDockerfile.Plan(source.Directory, _request.Options),
                    Platforms is [var first, ..] ? first : null,
                    Send,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        // Writing holds each file against what the tag was computed from.
        var order = Order(candidate, context.WithGenerated(candidate.Dockerfile), source.Revision) with
        {
            Pushes = isDirect,
        };
        var pushed = await builder.BuildAsync(order, cancellationToken).ConfigureAwait(false);
        if (isDirect)
        {
            return await FinishAsync(await push.CheckAsync(candidate, pushed, cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }

        var facts =
            await _images.FindAsync(candidate.Name.Text, cancellationToken).ConfigureAwait(false)
            ?? throw new ImageBuildException(
                Source,
                $"the builder ended well, and the engine has no image '{candidate.Name.Text}'",
                "Look whether the docker command builds on another engine (a remote buildx builder)"
            );
        return await FinishAsync(new FoundImage(candidate.Name, facts.Id, null, WasBuilt: true), cancellationToken).ConfigureAwait(false);
    }

    // Either builder's image will do where it is there already, so the builder is looked for only when one has to be built.
    private async Task<(IReadOnlyList<ImageCandidate> Candidates, BuildContext Context)> PrepareAsync(
        OpenedSource source,
        CancellationToken cancellationToken
    )
    {
        var repository = _request.Destination?.Name ?? JobImageName.Of(_request.Source, source.Directory);
        BuilderFlavor[] flavors = _request.Flavor is { } wanted ? [wanted] : [BuilderFlavor.BuildKit, BuilderFlavor.Classic];
        var dockerfiles = flavors
            .Select(flavor => (Flavor: flavor, Dockerfile: JobDockerfile.Choose(source.Directory, _request.Options, flavor)))
            .ToArray();
        var context = await OpenContextAsync(source, dockerfiles[0].Dockerfile, cancellationToken).ConfigureAwait(false);
        var digest = await context.GetDigestAsync(cancellationToken).ConfigureAwait(false);
        var platforms = await TagPlatformsAsync(cancellationToken).ConfigureAwait(false);
        var candidates = dockerfiles
            .Select(one =>
            {
                var tag = ImageTag.Compute(digest, one.Dockerfile, platforms, _request.BuildArguments);
                return new ImageCandidate(one.Flavor, one.Dockerfile, tag, ImageReference.Parse($"{repository}:{tag.Tag}"));
            })
            .ToArray();
        return (candidates, context);
    }

    private async Task<(ImageCandidate Candidate, IBuilder Builder)> ChooseAsync(
        IReadOnlyList<ImageCandidate> candidates,
        CancellationToken cancellationToken
    )
    {
        var command =
            _request.Flavor == BuilderFlavor.Classic
                ? null
                : await BuildKitCommand.FindAsync(_engine.Transport.Environment, cancellationToken).ConfigureAwait(false);
        if (command is not null)
        {
            return (candidates[0], new BuildKitBuilder(_engine, command));
        }

        if (_request.Secrets.Count > 0)
        {
            throw BuildRules.SecretsNeedBuildKit(_request);
        }

        if (Platforms.Count > 1)
        {
            throw BuildRules.NoBuildKit(Source, "the image is of several platforms, which the classic builder does not build");
        }

        var classic = candidates.FirstOrDefault(static candidate => candidate.Flavor == BuilderFlavor.Classic);
        return classic is null ? throw BuildRules.NoBuildKit(Source, "BuildKit was asked for")
            : classic.Dockerfile.NeedsBuildKit
                ? throw BuildRules.NoBuildKit(
                    Source,
                    $"{classic.Dockerfile.Path ?? "the Dockerfile"} needs BuildKit ({string.Join("; ", classic.Dockerfile.BuildKitReasons)})"
                )
            : (classic, new ClassicBuilder(_engine));
    }

    private async Task<BuildContext> OpenContextAsync(OpenedSource source, Dockerfile dockerfile, CancellationToken cancellationToken) =>
        await BuildContext
            .OpenAsync(
                source.Directory,
                new BuildContextOptions
                {
                    Dockerfile = dockerfile,
                    Modes = source.Checkout is null ? ContextModes.OnDisk : ContextModes.AsGit,
                    CacheFolder = source.Checkout is null ? _request.CacheFolder : null,
                    TimeProvider = _engine.TimeProvider,
                },
                cancellationToken
            )
            .ConfigureAwait(false);

    private BuildOrder Order(ImageCandidate candidate, BuildContext context, string? revision) =>
        new()
        {
            Source = Source,
            WriteContextAsync = context.WriteToAsync,
            Dockerfile = context.DockerfileName,
            Tags = [candidate.Name.Text, .. _request.Tags.Select(static tag => tag.Text)],
            BaseImages = [.. candidate.Dockerfile.GetBaseImages(_request.BuildArguments).Select(static image => image.Text)],
            Platforms = Platforms,
            BuildArguments = _request.BuildArguments,
            Secrets = [.. _request.Secrets.Select(secret => FoundSecret.Find(secret, _request, _engine.Transport.Environment))],
            Labels = ImageLabels.Create(candidate.Tag, _request.Source, revision, BaseOf(candidate.Dockerfile)),
            PullsAlways = _request.Rebuild,
            Network = _request.Network,
            Credentials = _credentials,
            Report = Send,
        };

    // The last stage may begin with another one; a build argument in its place says nothing.
    private static string? BaseOf(Dockerfile dockerfile)
    {
        var stage = dockerfile.Stages[^1];
        while (
            dockerfile
                .Stages.Take(stage.Index)
                .LastOrDefault(earlier => earlier.Name is { } name && string.Equals(name, stage.From, StringComparison.OrdinalIgnoreCase))
                is { } earlier
        )
        {
            stage = earlier;
        }

        return stage.From.Contains('$', StringComparison.Ordinal) ? null : stage.From;
    }

    private IReadOnlyList<string> Platforms =>
        [
            .. _request
                .Platforms.Where(static platform => !platform.IsUnset)
                .Select(platform => platform.Resolve(_engine.OSType, ClientMachine.Architecture))
                .Distinct(),
        ];

    // A registry is shared by engines of several architectures, and each must find an image of its own.
    private async Task<IReadOnlyList<ContainerPlatform>> TagPlatformsAsync(CancellationToken cancellationToken) =>
        Platforms.Count == 0
        && _request.Destination is not null
        && await _images.GetPlatformAsync(cancellationToken).ConfigureAwait(false) is { } own
            ? [own]
            : _request.Platforms;

    private async Task<BuiltImage> FinishAsync(FoundImage image, CancellationToken cancellationToken)
    {
        if (image is { WasBuilt: false, Id: { } id })
        {
            foreach (var tag in _request.Tags)
            {
                await _images.TagAsync(id, tag.Text, cancellationToken).ConfigureAwait(false);
            }
        }

        var digest = image.Digest;
        var isPushed = _request.Push && digest is null;
        if (isPushed)
        {
            Report(ImageBuildPhase.Push, $"Pushing {image.Name.Text}");
            digest = await new ImagePusher(_engine, _credentials)
                .PushAsync(image.Name.Text, new PushReporter(Send), cancellationToken)
                .ConfigureAwait(false);
        }

        Report(ImageBuildPhase.Done, image.Name.Text);
        return new BuiltImage(image.Name)
        {
            Id = image.Id,
            Digest = digest,
            WasBuilt = image.WasBuilt,
            WasPushed = isPushed || image is { WasBuilt: true, Digest: not null },
        };
    }

    private void Report(ImageBuildPhase phase, string text) => Send(new ImageBuildProgress(phase, text));

    private void Send(ImageBuildProgress message) => _request.Progress?.Report(message);
}
