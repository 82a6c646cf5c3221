using System.Text;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Building;

/// <summary>A build's secret, found: what is hidden in messages, and how the docker command gets it.</summary>
/// <param name="Id">The name by which the Dockerfile asks for it.</param>
/// <param name="Text">The secret.</param>
/// <param name="FilePath">The whole path of its file; null where the docker command gets it in a variable.</param>
internal sealed record FoundSecret(string Id, string Text, string? FilePath)
{
    // The limit of docker's own client.
    private const long LargestFile = 500 * 1024;

    // Linux takes 131,072 bytes of a variable with its name.
    private const int LongestText = 100_000;

    /// <summary>Finds a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="request">The build.</param>
    /// <param name="environment">Looks up a variable.</param>
    /// <exception cref="ImageBuildException">It is not there; the message says where it was looked for.</exception>
    public static FoundSecret Find(BuildSecret secret, JobImageRequest request, Func<string, string?> environment)
    {
        var isBare = secret is { Value: null, Path: null, Variable: null };
        var text = secret.Value ?? Lookup(isBare ? secret.Id : secret.Variable, environment);
        if (text is not null)
        {
            return OfText(secret, text, request);
        }

        return secret.Variable is { } variable
            ? throw Failed(request, secret, $"the environment variable '{variable}' is not set", "Set it")
            : OfFile(secret, Path.GetFullPath(secret.Path ?? secret.Id, request.WorkingDirectory), isBare, request);
    }

    private static string? Lookup(string? name, Func<string, string?> environment) => name is null ? null : environment(name);

    private static FoundSecret OfText(BuildSecret secret, string text, JobImageRequest request) =>
        text.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(text) > LongestText
            ? throw Failed(request, secret, $"it has more than {LongestText} bytes, or a zero byte", "Put it into a file (src=FILE)")
            : new FoundSecret(secret.Id, text, null);

    private static FoundSecret OfFile(BuildSecret secret, string path, bool isBare, JobImageRequest request)
    {
        try
        {
            if (!File.Exists(path))
            {
                var where = isBare ? $"no variable '{secret.Id}' and no file '{path}' is there" : $"there is no file '{path}'";
                throw Failed(request, secret, where, "Name its file (src=FILE) or its variable (env=NAME)");
            }

            // A pipe would be waited for without end, and its reader would have nothing left for the docker command.
            if (FileStat.Read(RealPath.Of(path)) is not { Type: FileStat.Regular })
            {
                throw Failed(request, secret, $"'{path}' is no regular file", "Name a file, or a variable (env=NAME)");
            }

            return new FileInfo(path).Length > LargestFile
                ? throw Failed(request, secret, $"'{path}' is larger than 500 KiB, the limit of docker", "Take a smaller file")
                : new FoundSecret(secret.Id, Encoding.UTF8.GetString(File.ReadAllBytes(path)), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(request, secret, $"'{path}' cannot be read: {e.Message}", "Look at the file and its permissions", e);
        }
    }

    private static ImageBuildException Failed(
        JobImageRequest request,
        BuildSecret secret,
        string why,
        string advice,
        Exception? inner = null
    ) => new(request.Source.Text, $"the build secret '{secret.Id}' was not found: {why}", advice, inner);
}
