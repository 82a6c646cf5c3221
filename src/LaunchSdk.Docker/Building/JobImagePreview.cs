using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// What a build would send, without a build and without an engine: the Dockerfile and the files. Dispose of it to delete what was fetched.
/// </summary>
public sealed class JobImagePreview : IAsyncDisposable
{
    private readonly OpenedSource _source;

    private JobImagePreview(OpenedSource source, Dockerfile dockerfile, BuildContext context)
    {
        _source = source;
        Dockerfile = dockerfile;
        Context = context;
    }

    /// <summary>The Dockerfile that would be built.</summary>
    public Dockerfile Dockerfile { get; }

    /// <summary>The files that would be sent.</summary>
    public BuildContext Context { get; }

    /// <summary>Fetches the source and chooses its Dockerfile, for the builder that this machine would build it with.</summary>
    /// <param name="request">The source, and how it becomes an image; not one that is an image already.</param>
    /// <param name="environment">Looks up PATH and the variables of git; null for this process's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Dockerfile and what belongs to it.</returns>
    /// <exception cref="BuildInputException">The source cannot be built as it stands.</exception>
    public static async Task<JobImagePreview> OpenAsync(
        JobImageRequest request,
        Func<string, string?>? environment = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Source is ImageSource)
        {
            throw new BuildInputException(
                $"'{request.Source.Text}' is an image already, so there is no Dockerfile and no context: for a folder of that name write ./{request.Source.Text}"
            );
        }

        environment ??= Environment.GetEnvironmentVariable;
        var source = await OpenedSource.OpenAsync(request, environment, cancellationToken).ConfigureAwait(false);
        try
        {
            var flavor =
                request.Flavor
                ?? (
                    await BuildKitCommand.FindAsync(environment, cancellationToken).ConfigureAwait(false) is null
                        ? BuilderFlavor.Classic
                        : BuilderFlavor.BuildKit
                );
            var dockerfile = JobDockerfile.Choose(source.Directory, request.Options, flavor);
            var context = await BuildContext
                .OpenAsync(source.Directory, new BuildContextOptions { Dockerfile = dockerfile }, cancellationToken)
                .ConfigureAwait(false);
            return new JobImagePreview(source, dockerfile, context);
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Deletes what was fetched.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
