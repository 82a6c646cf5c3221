using System.Text;
using System.Text.RegularExpressions;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Reads a Dockerfile's lines as docker's parser does: directives, comments, continued lines, here-documents.</summary>
internal sealed partial class DockerfileReader
{
    private readonly string[] _lines;
    private readonly List<DockerfileInstruction> _instructions = [];
    private readonly List<string> _problems = [];
    private char _escape = '\\';
    private string? _syntax;
    private int _next;
    private int _stage = -1;

    private DockerfileReader(string text) => _lines = text.TrimStart('\ufeff').Split('\n');

    public static DockerfileText Read(string text)
    {
        var reader = new DockerfileReader(text);
        reader.ReadDirectives();
        while (reader._next < reader._lines.Length)
        {
            reader.ReadInstruction();
        }

        return new DockerfileText(reader._syntax, reader._instructions, reader._problems);
    }

    // Directives stand before everything else, empty lines and other comments included.
    private void ReadDirectives()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _lines.Length && Directive().Match(Line(i)) is { Success: true } match; i++)
        {
            var name = match.Groups[1].Value.ToLowerInvariant();
            var value = match.Groups[2].Value.Trim();
            if (name is not ("escape" or "syntax" or "check"))
            {
                return;
            }

            if (!seen.Add(name))
            {
                _problems.Add($"line {i + 1}: the directive {name} stands there twice: remove one");
            }

            if (name == "escape")
            {
                _escape = value is "`" ? '`' : '\\';
                if (value is not ("`" or "\\"))
                {
                    _problems.Add($"line {i + 1}: '{value}' is not an escape character of Dockerfiles: write \\ or `");
                }
            }

            _syntax = name == "syntax" ? value.Split(' ')[0] : _syntax;
        }
    }

    private void ReadInstruction()
    {
        var start = _next + 1;
        var first = Line(_next++).TrimStart(' ', '\t', '\v', '\f');
        var isComplete = TrimContinuation(first.StartsWith('#') ? "" : first, out var line);
        if (isComplete && line.Length == 0)
        {
            return;
        }

        var text = new StringBuilder(line);
        while (!isComplete && _next < _lines.Length)
        {
            var more = Line(_next++);
            var bare = more.AsSpan().TrimStart(" \t\v\f");
            if (bare.Length > 0 && bare[0] != '#')
            {
                isComplete = TrimContinuation(more, out line);
                text.Append(line);
            }
        }

        Add(start, text.ToString().Trim());
    }

    private void Add(int line, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var end = text.AsSpan().IndexOfAny(' ', '\t');
        var keyword = (end < 0 ? text : text[..end]).ToUpperInvariant();
        var (flags, arguments) = DockerfileWords.TakeFlags(end < 0 ? "" : text[end..].Trim(), _escape);
        _stage += keyword == "FROM" ? 1 : 0;
        var heredocs =
            keyword is "RUN" or "COPY" or "ADD" || (keyword == "ONBUILD" && OnBuildWithFiles().IsMatch(arguments))
                ? ReadHeredocs(line, arguments)
                : [];
        _instructions.Add(new DockerfileInstruction(line, keyword, flags, arguments, heredocs, _stage < 0 ? null : _stage));
    }

    private List<string> ReadHeredocs(int line, string arguments)
    {
        var bodies = new List<string>();
        foreach (var word in DockerfileWords.Split(arguments, _escape))
        {
            if (
                Heredoc().Match(word) is not { Success: true } match
                || DockerfileWords.Unquote(match.Groups[2].Value) is not { Length: > 0 } end
            )
            {
                continue;
            }

            var body = new StringBuilder();
            var isClosed = false;
            while (!isClosed && _next < _lines.Length)
            {
                var text = Line(_next++);
                text = match.Groups[1].Length > 0 ? text.TrimStart('\t') : text;
                isClosed = text == end;
                _ = isClosed ? body : body.Append(text).Append('\n');
            }

            if (!isClosed)
            {
                _problems.Add($"line {line}: the here-document '{end}' has no end: write a line that is {end}");
            }

            bodies.Add(body.ToString());
        }

        return bodies;
    }

    // The escape character at a line's end continues it, unless it is escaped itself.
    private bool TrimContinuation(string line, out string rest)
    {
        var end = line.AsSpan().TrimEnd(" \t").Length;
        var isContinued = end > 0 && line[end - 1] == _escape && (end == 1 || line[end - 2] != _escape);
        rest = isContinued ? line[..(end - 1)] : line;
        return !isContinued;
    }

    private string Line(int index) => _lines[index].TrimEnd('\r');

    // The spaces around the value are trimmed: matching them here takes the square of their number.
    [GeneratedRegex(@"^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\d*<<(-?)([^<]*)$")]
    private static partial Regex Heredoc();

    [GeneratedRegex(@"^(RUN|COPY|ADD)\s", RegexOptions.IgnoreCase)]
    private static partial Regex OnBuildWithFiles();
}
