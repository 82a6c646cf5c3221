using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// What git and the server behind it wrote, fit for an error: one line, short, without control characters, and without the user and
/// password that an address may hold.
/// </summary>
internal static partial class GitWords
{
    private const int Longest = 2000;

    /// <summary>The end of the text counts: git tells last why it failed.</summary>
    public static string Clean(string errors)
    {
        var words = string.Join(
            ' ',
            errors.Split(
                [.. errors.Where(char.IsControl).Distinct()],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        );
        words = User().Replace(words, "://***@");
        return words.Length > Longest ? "..." + words[^Longest..] : words;
    }

    // Git leaves them out of its own addresses, not out of those of submodules, and a user's url.*.insteadOf may add some.
    [GeneratedRegex(@"://[^/\s]+@")]
    private static partial Regex User();
}
