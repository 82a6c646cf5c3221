using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>Tells paths, repositories and images apart, and refuses what could be neither.</summary>
internal static class SourceSyntax
{
    private const string Choices =
        "write a path that begins with ./ or /, a repository (https://host/path.git, ssh://user@host/path or user@host:path), or an image";

    /// <summary>What no kind of source may be.</summary>
    public static GrammarError? Refuse(string text)
    {
        if (text.Length == 0)
        {
            return GrammarError.Whole(text, $"an empty text is not a source: {Choices}");
        }

        if (text.Any(static c => char.IsControl(c)))
        {
            return GrammarError.Whole(text, $"'{Printable(text)}' is not a source (it holds a control character): {Choices}");
        }

        if (text[0] == '-')
        {
            return GrammarError.Whole(
                text,
                $"'{text}' is not a source (it begins with a dash, as an option does): for a directory of that name write ./{text}",
                "./" + text
            );
        }

        return
            text.StartsWith("ext::", StringComparison.OrdinalIgnoreCase)
            || (
                text.Contains("::", StringComparison.Ordinal)
                && !IsPath(text)
                && !text.Contains('[', StringComparison.Ordinal)
                && !text.Contains('#', StringComparison.Ordinal)
            )
            ? GrammarError.Whole(
                text,
                $"'{text}' is not a source (git's helper programs may run any command, so they are refused): {Choices}"
            )
            : null;
    }

    /// <summary>Whether the text is a path by its first characters.</summary>
    public static bool IsPath(string text) =>
        text[0] is '.' or '/'
        || (OperatingSystem.IsWindows() && (text[0] == '\\' || (text.Length > 1 && text[1] == ':' && char.IsAsciiLetter(text[0]))));

    /// <summary>Whether the text is meant as a repository: an address with a scheme, or <c>user@host:path</c>.</summary>
    public static bool IsGit(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal) || GitAddress.IsScpForm(text);

    public static GrammarError NotASource(string text) =>
        ImageReference.TryParse(text, out _, out var error)
            ? GrammarError.Whole(text, $"'{text}' is not a source: {Choices}")
            : GrammarError.Whole(
                text,
                $"'{text}' is not a source: for a directory write ./{text}{(error.Suggestion is null ? $"; otherwise {Choices}" : $", for an image {error.Suggestion}")}",
                error.Suggestion
            );

    private static string Printable(string text) => new([.. text.Select(static c => char.IsControl(c) ? '?' : c)]);
}
