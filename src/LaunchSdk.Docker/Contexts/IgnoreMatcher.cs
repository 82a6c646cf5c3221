using LaunchSdk.Values;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// Decides by the patterns of a .dockerignore what docker sends. The rules and their order are moby's: the last pattern that matches a path
/// or one of the folders above it counts.
/// </summary>
internal sealed class IgnoreMatcher
{
    private readonly List<IgnorePattern> _patterns = [];
    private readonly bool _hasExceptions;

    /// <param name="patterns">The patterns, those with an exclamation mark among them.</param>
    /// <exception cref="FormatException">One of them is not a pattern.</exception>
    public IgnoreMatcher(IEnumerable<string> patterns)
    {
        foreach (var line in patterns)
        {
            var pattern = GoText.TrimSpace(line);
            if (pattern.Length == 0)
            {
                continue;
            }

            pattern = GoPath.Clean(pattern);
            if (pattern == "!")
            {
                throw new FormatException("'!' is not a pattern: write what it takes back in after it");
            }

            _patterns.Add(
                pattern[0] == '!' ? new IgnorePattern(pattern[1..], isException: true) : new IgnorePattern(pattern, isException: false)
            );
            _hasExceptions |= pattern[0] == '!';
        }
    }

    /// <summary>Whether there is no pattern at all.</summary>
    public bool IsEmpty => _patterns.Count == 0;

    /// <summary>Whether a file is taken out, looked at alone: docker asks this about the Dockerfile and .dockerignore.</summary>
    public bool IsIgnored(string path)
    {
        var isIgnored = false;
        var parts = path.Split('/');
        foreach (var pattern in _patterns)
        {
            if (pattern.IsException != isIgnored)
            {
                continue;
            }

            var isMatch =
                pattern.IsMatch(path)
                || (parts.Length > 1 && pattern.Depth <= parts.Length - 1 && pattern.IsMatch(string.Join('/', parts.Take(pattern.Depth))));
            isIgnored = isMatch ? !pattern.IsException : isIgnored;
        }

        return isIgnored;
    }

    /// <summary>Whether an entry is taken out, on a walk from the root down.</summary>
    /// <param name="path">The entry.</param>
    /// <param name="parent">Which patterns matched the folder above; null in the root.</param>
    /// <param name="matched">Which patterns match here, for the entries below.</param>
    public bool IsIgnored(string path, bool[]? parent, out bool[] matched)
    {
        matched = new bool[_patterns.Count];
        var isIgnored = false;
        for (var i = 0; i < matched.Length; i++)
        {
            var pattern = _patterns[i];

            // Without a match above, a pattern that could change nothing is not asked, and passes nothing on.
            if (parent is { Length: > 0 } && parent[i])
            {
                matched[i] = true;
            }
            else if (pattern.IsException == isIgnored)
            {
                matched[i] = pattern.IsMatch(path);
            }

            isIgnored = matched[i] ? !pattern.IsException : isIgnored;
        }

        return isIgnored;
    }

    /// <summary>
    /// Whether a folder that is taken out is walked all the same, because an exception names something in it by its whole path.
    /// </summary>
    public bool MayHoldExceptions(string folder) =>
        _hasExceptions
        && _patterns.Exists(pattern => pattern.IsException && (pattern.Text + "/").StartsWith(folder + "/", StringComparison.Ordinal));
}
