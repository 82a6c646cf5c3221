using System.Text.RegularExpressions;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests.Pages;

/// <summary>A Markdown file of the repository.</summary>
internal sealed partial class Page
{
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

    /// <summary>Targets of the page's links, without those inside code blocks.</summary>
    public IEnumerable<string> Links => LinkPattern().Matches(FencePattern().Replace(Text, "")).Select(match => match.Groups[1].Value);

    public static Page Read(string path) => new(path);

    /// <summary>The README, CONTRIBUTING, CHANGELOG and everything below docs, in the order of their paths.</summary>
    public static IEnumerable<string> AllPaths() =>
        Directory.EnumerateFiles(Repository.Combine("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
            .Order(StringComparer.Ordinal);

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

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencePattern();
}
