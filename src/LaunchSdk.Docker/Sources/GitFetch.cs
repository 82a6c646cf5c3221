namespace LaunchSdk.Docker.Sources;

/// <summary>The steps of git that bring a repository's files here.</summary>
internal static class GitFetch
{
    public static Task<string> RunAsync(GitSource source, string folder, GitCheckoutOptions options, CancellationToken cancellationToken) => throw new NotImplementedException();

    public static string FindFolder(GitSource source, string folder) => throw new NotImplementedException();
}
