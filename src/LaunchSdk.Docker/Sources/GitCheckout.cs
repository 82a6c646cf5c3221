using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// The files of a repository at one commit, in a temporary folder that disposing deletes. Nothing of the repository is run: no hook, and no
/// command of its configuration.
/// </summary>
public sealed class GitCheckout : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private GitCheckout(GitSource source, TemporaryFolder folder, string directory, string commit)
    {
        Source = source;
        _folder = folder;
        Directory = directory;
        Commit = commit;
    }

    /// <summary>What was fetched.</summary>
    public GitSource Source { get; }

    /// <summary>
    /// The folder of the job's files: the repository's root, or <see cref="GitSource.Folder"/> in it. There is no <c>.git</c> in it.
    /// </summary>
    public string Directory { get; }

    /// <summary>The commit's whole name.</summary>
    public string Commit { get; }

    /// <summary>
    /// Fetches a repository with the <c>git</c> program: only the commit where the server can give it alone, its submodules, over https and
    /// ssh only, and without a question on the terminal.
    /// </summary>
    /// <param name="source">The repository.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends git, and deletes what was fetched.</param>
    /// <returns>The checkout; dispose it to delete its files.</returns>
    /// <exception cref="BuildInputException">There is no git, or it failed; the message has git's own words and what to do.</exception>
    public static async Task<GitCheckout> FetchAsync(
        GitSource source,
        GitCheckoutOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new GitCheckoutOptions();
        using var deadline = new LinkedDeadline(options.Timeout, options.TimeProvider, cancellationToken);
        var folder = TemporaryFolder.Create(options.TemporaryFolder, "launchsdk-git-");
        try
        {
            var commit = await GitFetch.RunAsync(source, folder.Path, options, deadline.Token).ConfigureAwait(false);
            return new GitCheckout(source, folder, GitFetch.FindFolder(source, folder.Path), commit);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            folder.DeleteAfterFailure();
            throw new BuildInputException($"git did not fetch {source.Repository} within {options.Timeout.TotalMinutes:0} minutes", e);
        }
        catch
        {
            folder.DeleteAfterFailure();
            throw;
        }
    }

    /// <summary>Deletes the files.</summary>
    public ValueTask DisposeAsync()
    {
        _folder.Delete();
        return ValueTask.CompletedTask;
    }
}
