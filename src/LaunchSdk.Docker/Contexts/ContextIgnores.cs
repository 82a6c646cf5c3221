using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// The .dockerignore of a context: <c>NAME.dockerignore</c> beside the Dockerfile, else the one in the root. The builder's own files are
/// sent in any case.
/// </summary>
internal sealed class ContextIgnores
{
    private ContextIgnores(IgnoreMatcher matcher, IReadOnlyList<string> forBuilderOnly)
    {
        Matcher = matcher;
        ForBuilderOnly = forBuilderOnly;
    }

    /// <summary>What decides.</summary>
    public IgnoreMatcher Matcher { get; }

    /// <summary>The builder's files that are taken out for everyone else.</summary>
    public IReadOnlyList<string> ForBuilderOnly { get; }

    /// <exception cref="BuildInputException">The file cannot be read, or holds what is not a pattern.</exception>
    public static ContextIgnores Read(string root, string dockerfile)
    {
        var files = new SourceFiles(root);
        var beside = SourcePath.TryParse($"{dockerfile}{IgnoreFile.Name}", out var path, out _) && files.Exists(path) ? path : null;
        var file = beside ?? SourcePath.Parse(IgnoreFile.Name);
        if (files.Read(file) is not { } text)
        {
            return new ContextIgnores(new IgnoreMatcher([]), []);
        }

        try
        {
            var patterns = IgnoreFile.Read(text).ToList();
            var plain = new IgnoreMatcher(patterns);
            string[] hidden = [.. ((string[])[IgnoreFile.Name, dockerfile]).Where(plain.IsIgnored)];
            return new ContextIgnores(
                hidden.Length == 0 ? plain : new IgnoreMatcher(patterns.Concat(hidden.Select(static name => "!" + name))),
                hidden
            );
        }
        catch (FormatException e)
        {
            throw new BuildInputException($"{file}: {e.Message}", e);
        }
    }
}
