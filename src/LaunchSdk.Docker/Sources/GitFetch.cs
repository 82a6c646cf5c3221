namespace LaunchSdk.Docker.Sources;

/// <summary>The steps of git that bring a repository's files here.</summary>
internal static class GitFetch
{
    private const string Fetched = "FETCH_HEAD";

    /// <summary>Fetches the version into an empty folder and leaves its files there, without any <c>.git</c>.</summary>
    /// <returns>The commit's whole name.</returns>
    public static async Task<string> RunAsync(
        GitSource source,
        string folder,
        GitCheckoutOptions options,
        CancellationToken cancellationToken
    )
    {
        var git = await GitProgram.CreateAsync(source, folder, options, cancellationToken).ConfigureAwait(false);
        await git.RunAsync("init", "--quiet", "--template=", "--", ".").ConfigureAwait(false);

        // Relative addresses of submodules start at this one.
        await git.RunAsync("config", "--local", "remote.origin.url", source.Repository).ConfigureAwait(false);
        var name = await FetchVersionAsync(git, source).ConfigureAwait(false);
        var commit = (
            await git.RunAsync("rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}").ConfigureAwait(false)
        ).Trim();
        await git.RunAsync("checkout", "--quiet", "--force", "--detach", commit).ConfigureAwait(false);
        if (File.Exists(Path.Combine(folder, ".gitmodules")))
        {
            await git.RunAsync("submodule", "--quiet", "update", "--init", "--recursive", "--depth=1").ConfigureAwait(false);
        }

        DeleteGitFiles(source, new DirectoryInfo(folder));
        return commit;
    }

    /// <summary>The folder of the job within the files.</summary>
    /// <exception cref="BuildInputException">It is not there, or a link leads out of the repository.</exception>
    public static string FindFolder(GitSource source, string folder)
    {
        var root = RealPath.Of(folder);
        if (source.Folder is null)
        {
            return root;
        }

        var path = Path.Combine(root, source.Folder);
        if (!Directory.Exists(path))
        {
            throw new BuildInputException(
                $"{source.Repository} has no folder '{source.Folder}' at {source.Version ?? "its default branch"}"
            );
        }

        var real = RealPath.Of(path);
        return real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? real
            : throw new BuildInputException(
                $"'{source.Folder}' in {source.Repository} is a link that leads out of the repository: name the folder itself"
            );
    }

    // One connection in the usual case: the name is asked for as a branch first, as `git clone --branch` takes it.
    private static async Task<string> FetchVersionAsync(GitProgram git, GitSource source)
    {
        string[] wanted =
            source.Version is not { } version ? ["HEAD"]
            : GitVersion.IsWholeCommit(version) || version.StartsWith("refs/", StringComparison.Ordinal) ? [version]
            : [$"refs/heads/{version}", $"refs/tags/{version}"];
        foreach (var name in wanted)
        {
            if (await git.TryFetchAsync("--depth=1", "--no-tags", "--", source.Repository, name).ConfigureAwait(false))
            {
                return Fetched;
            }
        }

        if (source.Version is null || !GitVersion.MayBeCommit(source.Version))
        {
            throw new BuildInputException(
                $"{source.Repository} has no branch or tag '{source.Version ?? "HEAD"}': write one that it has, or a commit"
            );
        }

        // A server may refuse a commit alone, and knows no beginnings of commits: then everything comes, and the commit is in it.
        await git.RunAsync(
                "fetch",
                "--quiet",
                "--no-recurse-submodules",
                "--force",
                "--",
                source.Repository,
                "+refs/heads/*:refs/remotes/origin/*",
                "+refs/tags/*:refs/tags/*"
            )
            .ConfigureAwait(false);
        return await git.HasCommitAsync(source.Version).ConfigureAwait(false)
            ? source.Version
            : throw new BuildInputException(
                $"{source.Repository} has no branch, tag or commit '{source.Version}', or more than one commit that begins so"
            );
    }

    // Git's own files hold times and this machine's paths. Git itself lets no repository have a file of this name.
    private static void DeleteGitFiles(GitSource source, DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (string.Equals(entry.Name, ".git", StringComparison.OrdinalIgnoreCase))
            {
                TemporaryFolder.DeleteEntry(entry);
            }
            else if (entry is DirectoryInfo { Exists: false })
            {
                throw new BuildInputException(
                    $"{source.Repository} has a folder '{entry.Name}' whose name is not UTF-8, which no context can hold: rename it"
                );
            }
            else if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                DeleteGitFiles(source, inner);
            }
        }
    }
}
