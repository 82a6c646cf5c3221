using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>Names of branches, tags and commits as <c>git check-ref-format</c> takes them.</summary>
internal static class GitVersion
{
    private const int ShortestCommit = 4;

    /// <summary>Nothing where the version is fit to be an argument of git; empty is the server's own branch.</summary>
    public static GrammarError? Check(string text, string version) =>
        version.Length == 0 || IsReference(version) ? null : Refuse(text, version);

    public static GrammarError Refuse(string text, string version) =>
        GrammarError.Whole(
            text,
            $"'{version}' is not a version of a repository (a branch, a tag or a commit): write for example main, v1.4 or 4f2a9c1"
        );

    /// <summary>Whether the version can be a commit's whole name: 40 hexadecimal digits, or 64 in repositories of the newer kind.</summary>
    public static bool IsWholeCommit(string version) => version.Length is 40 or 64 && version.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether the version can be the beginning of a commit's name.</summary>
    public static bool MayBeCommit(string version) => version.Length is >= ShortestCommit and <= 64 && version.All(char.IsAsciiHexDigit);

    private static bool IsReference(string version) =>
        version[0] is not ('-' or '/' or '.' or '+')
        && version[^1] is not ('/' or '.')
        && version != "@"
        && version.All(static c => c > ' ' && c != '\x7f' && c is not ('~' or '^' or ':' or '?' or '*' or '[' or '\\'))
        && !version.Contains("..", StringComparison.Ordinal)
        && !version.Contains("//", StringComparison.Ordinal)
        && !version.Contains("@{", StringComparison.Ordinal)
        && version.Split('/').All(static part => part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));
}
