using System.Text;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// One pattern of a .dockerignore. Its rules are those of moby's patternmatcher: what is a plain text, a beginning or an end is compared as
/// such, the rest is a regular expression.
/// </summary>
internal sealed class IgnorePattern
{
    // One character of Go, which takes two in .NET beyond the first 65,536.
    private const string OneCharacter = @"(?:[^/\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])";

    private readonly Kind _kind;
    private readonly Regex? _regex;

    /// <param name="text">The pattern, cleaned, without its exclamation mark.</param>
    /// <param name="isException">Whether it had one.</param>
    /// <exception cref="FormatException">It is not a pattern.</exception>
    public IgnorePattern(string text, bool isException)
    {
        Text = text;
        IsException = isException;
        Depth = text.Split('/').Length;
        if (!GlobSyntax.IsValid(text))
        {
            throw new FormatException(
                $"'{text}' is not a pattern (a bracket without its end, or a backslash with nothing after it): put a backslash before a character that stands for itself"
            );
        }

        (_kind, var expression) = Translate(text);
        _regex = _kind == Kind.Expression ? Compile(text, expression) : null;
    }

    private enum Kind
    {
        Exact,
        Prefix,
        Suffix,
        Expression,
    }

    /// <summary>The pattern.</summary>
    public string Text { get; }

    /// <summary>Whether it takes back in what patterns before it took out.</summary>
    public bool IsException { get; }

    /// <summary>How many parts its path has.</summary>
    public int Depth { get; }

    /// <summary>Whether a path is what the pattern says.</summary>
    public bool IsMatch(ReadOnlySpan<char> path) =>
        _kind switch
        {
            Kind.Exact => path.SequenceEqual(Text),
            Kind.Prefix => path.StartsWith(Text.AsSpan(0, Text.Length - 2), StringComparison.Ordinal),
            Kind.Suffix => path.EndsWith(Text.AsSpan(2), StringComparison.Ordinal)
                || (Text.Length > 2 && Text[2] == '/' && path.SequenceEqual(Text.AsSpan(3))),
            _ => _regex!.IsMatch(path),
        };

    private static (Kind Kind, string Expression) Translate(string pattern)
    {
        var kind = Kind.Exact;
        var expression = new StringBuilder("^");
        var inClass = false;
        for (var at = 0; at < pattern.Length; )
        {
            var isFirst = at == 0;
            var c = pattern[at++];
            switch (c)
            {
                case '*' when at < pattern.Length && pattern[at] == '*':
                    at++;
                    at += at < pattern.Length && pattern[at] == '/' ? 1 : 0;
                    var isLast = at == pattern.Length;
                    expression.Append(isLast ? ".*" : "(.*/)?");
                    kind =
                        isFirst ? Kind.Suffix
                        : isLast && kind == Kind.Exact ? Kind.Prefix
                        : Kind.Expression;
                    break;
                case '*':
                    expression.Append("[^/]*");
                    kind = Kind.Expression;
                    break;
                case '?':
                    expression.Append(OneCharacter);
                    kind = Kind.Expression;
                    break;
                case '\\' when at < pattern.Length:
                    expression.Append('\\').Append(pattern[at++]);
                    kind = Kind.Expression;
                    break;
                case '[' or ']':
                    // .NET takes classes out of classes, Go does not.
                    expression.Append(c == '[' && inClass ? "\\[" : c);
                    inClass = c == '[';
                    kind = Kind.Expression;
                    break;
                default:
                    expression.Append(".+()|{}$".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c);
                    break;
            }
        }

        return (kind, expression.Append(@"\z").ToString());
    }

    private static Regex Compile(string text, string expression)
    {
        try
        {
            return new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException(
                $"'{text}' is not a pattern ({e.Message}): put a backslash before a character that stands for itself",
                e
            );
        }
    }
}
