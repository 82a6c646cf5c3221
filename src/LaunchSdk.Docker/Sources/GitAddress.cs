using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>The addresses of repositories that are taken: https, ssh and ssh's short form.</summary>
internal static class GitAddress
{
    private const string Forms = "write https://host/path.git, ssh://user@host/path or user@host:path";

    /// <summary>Whether the text has the form <c>user@host:path</c>; an image's digest has a fixed word before its colon.</summary>
    public static bool IsScpForm(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return at > 0
            && colon > at
            && text.AsSpan(0, at).IndexOf('/') < 0
            && text[(at + 1)..colon] is not ("sha256" or "sha384" or "sha512");
    }

    /// <summary>Nothing where the address is one that git may be given.</summary>
    public static GrammarError? Check(string text, string repository)
    {
        var scheme = repository.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return IsScpForm(repository) ? CheckScp(text, repository) : Refuse(text, "it names no transport", Forms);
        }

        var name = repository[..scheme].ToLowerInvariant();
        if (name is not ("https" or "ssh"))
        {
            return name is "http"
                ? Refuse(text, "http is neither private nor authentic", "write https://", "https://" + text[(scheme + 3)..])
                : Refuse(text, $"repositories come over https or ssh, not {name}", name is "file" ? "write the directory's path" : Forms);
        }

        if (repository.Any(static c => c is ' ' or '\\' or '"' or '<' or '>'))
        {
            return Refuse(text, "it holds a character that an address cannot have", "write it as %20 and so on");
        }

        if (
            !Uri.TryCreate(repository, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || uri.Host[0] == '-'
            || uri.AbsolutePath.Length < 2
        )
        {
            return Refuse(text, "it names no host and path", Forms);
        }

        return CheckUser(text, name, uri);
    }

    /// <summary>Nothing where the folder stays within the repository.</summary>
    public static GrammarError? CheckFolder(string text, string folder) =>
        folder.Split('/').Any(static part => part is ".." or "." or ".git") || folder.Contains('\\', StringComparison.Ordinal)
            ? GrammarError.Whole(
                text,
                $"'{folder}' is not a folder of a repository (no '.', '..' or '.git', with / between its parts): write for example jobs/train"
            )
            : null;

    private static GrammarError? CheckUser(string text, string scheme, Uri uri)
    {
        var colon = uri.UserInfo.IndexOf(':', StringComparison.Ordinal);
        if (uri.UserInfo.StartsWith('-'))
        {
            return Refuse("ssh://...", "the user begins with a dash", Forms);
        }

        // The message must not repeat what may be a password or a token.
        return colon >= 0 || (scheme is "https" && uri.UserInfo.Length > 0)
                ? GrammarError.Whole(
                    text,
                    $"the address of the repository on '{uri.Host}' holds {(colon >= 0 ? "a password" : "a user or a token")}, which would end in logs and labels: write it without, and let git's credential helper log in"
                )
            : uri.Query.Length > 0 ? Refuse(text, "it has a query", Forms)
            : null;
    }

    private static GrammarError? CheckScp(string text, string repository)
    {
        var at = repository.IndexOf('@', StringComparison.Ordinal);
        var colon = repository.IndexOf(':', StringComparison.Ordinal);
        var user = repository[..at];
        var host = repository[(at + 1)..colon];
        var path = repository[(colon + 1)..];
        return
            !user.All(IsNameCharacter)
            || user[0] == '-'
            || host.Length == 0
            || host[0] == '-'
            || !host.All(IsNameCharacter)
            || path.Length == 0
            || path[0] == '-'
            || path.Any(static c => c is ' ' or '"' or '\'' or '\\' or '`' or '$' or ';' or '&' or '|')
            ? Refuse(text, "it is not user@host:path", Forms)
            : null;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    private static GrammarError Refuse(string text, string why, string wayOut, string? suggestion = null) =>
        GrammarError.Whole(
            text,
            $"'{WithoutUser(text)}' is not a repository that is fetched ({why}): {wayOut}",
            suggestion is null || suggestion.Contains('@', StringComparison.Ordinal) ? null : suggestion
        );

    private static string WithoutUser(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var at = text.LastIndexOf('@');
        return scheme >= 0 && at > scheme ? string.Concat(text.AsSpan(0, scheme + 3), "...", text.AsSpan(at)) : text;
    }
}
