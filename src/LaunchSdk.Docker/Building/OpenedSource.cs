using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Building;

/// <summary>The files of a source on this machine.</summary>
/// <param name="Directory">The folder, absolute.</param>
/// <param name="Checkout">What was fetched; null for a directory of the user's.</param>
internal sealed record OpenedSource(string Directory, GitCheckout? Checkout) : IAsyncDisposable
{
    /// <summary>The commit; null for a directory.</summary>
    public string? Revision => Checkout?.Commit;

    /// <summary>Fetches a repository, or finds a directory.</summary>
    /// <exception cref="BuildInputException">It cannot be fetched, or is not there.</exception>
    public static async Task<OpenedSource> OpenAsync(
        JobImageRequest request,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        if (request.Source is GitSource git)
        {
            request.Progress?.Report(new ImageBuildProgress(ImageBuildPhase.Prepare, $"Fetching {git.Text}"));
            var checkout = await GitCheckout
                .FetchAsync(git, new GitCheckoutOptions { Environment = environment }, cancellationToken)
                .ConfigureAwait(false);
            return new OpenedSource(checkout.Directory, checkout);
        }

        var written = ((DirectorySource)request.Source).Path;
        var directory = Path.GetFullPath(Path.Combine(request.WorkingDirectory, written));
        return System.IO.Directory.Exists(directory)
            ? new OpenedSource(directory, null)
            : throw new BuildInputException(
                File.Exists(directory)
                    ? $"'{written}' is a file: name the directory that it is in"
                    : $"there is no directory '{written}': name the one with the job's code"
            );
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Checkout?.DisposeAsync() ?? ValueTask.CompletedTask;
}
