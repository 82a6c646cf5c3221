using System.Text.RegularExpressions;
using LaunchSdk.Testing;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LaunchSdk.Docs.Tests.Pages;

/// <summary>A Markdown file of the repository.</summary>
internal sealed partial class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private Page(string path)
    {
        Path = path;
        Text = File.ReadAllText(Repository.Combine(path)).ReplaceLineEndings("\n");
        Blocks = [.. ReadBlocks(Text.Split('\n'))];
    }

    /// <summary>Path below the repository's root, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The links into the repository: the file below its root, with slashes, and the heading, empty for the whole file.</summary>
    public IEnumerable<(string File, string Heading)> Links =>
        from link in Markdown.Parse(Text, Pipeline).Descendants<LinkInline>()
        where link.Url is { } url && !url.Contains("://", StringComparison.Ordinal)
        let parts = link.Url!.Split('#')
        let file = parts[0].Length == 0 ? Path : Below(parts[0])
        select (file, parts.Length > 1 ? parts[1] : "");

    /// <summary>The names that links to the page's headings have, as GitHub makes them.</summary>
    public IReadOnlyCollection<string> Headings =>
        [.. Markdown.Parse(Text, Pipeline).Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "")];

    public static Page Read(string path) => new(path);

    /// <summary>The README, CONTRIBUTING, CHANGELOG and everything below docs, in the order of their paths.</summary>
    public static IEnumerable<string> AllPaths() =>
        Directory
            .EnumerateFiles(Repository.Combine("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
            .Order(StringComparer.Ordinal);

    private string Below(string target) =>
        System
            .IO.Path.GetRelativePath(
                Repository.Root,
                System.IO.Path.GetFullPath(target, System.IO.Path.GetDirectoryName(Repository.Combine(Path))!)
            )
            .Replace('\\', '/');

    private static IEnumerable<CodeBlock> ReadBlocks(string[] lines)
    {
        var caption = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                caption = lines[i].Length > 0 ? lines[i] : caption;
                continue;
            }

            var start = i++;
            var from = i;
            while (i < lines.Length && !lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                i++;
            }

            var name = CaptionPattern().Match(caption);
            yield return new CodeBlock(lines[start][3..].Trim(), start + 1, lines[from..i], name.Success ? name.Groups[1].Value : null);
            caption = "";
        }
    }

    [GeneratedRegex(@"`([\w./-]+\.(?:ya?ml|json|env))`:$")]
    private static partial Regex CaptionPattern();
}
