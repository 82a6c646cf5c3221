using LaunchSdk.Docs.Tests.Pages;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

public class PageTests
{
    public static TheoryData<string> Paths => [.. Page.AllPaths()];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_page_shows_what_the_tool_prints_and_what_is_generated(string path)
    {
        using var session = new PageSession();
        var page = Page.Read(path);

        var results = await session.RunAsync(page, TestContext.Current.CancellationToken);

        var printed = results.Aggregate(
            page.Text,
            static (text, result) => text.Replace(result.Block.Text, result.Actual, StringComparison.Ordinal)
        );
        GeneratedFile.Match(path, GeneratedParts.Fill(printed));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void CSharp_is_code_of_the_samples(string path)
    {
        var samples = Directory
            .EnumerateFiles(Repository.Combine("samples"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Flatten(File.ReadAllLines(file)))
            .ToArray();

        foreach (var block in Page.Read(path).Blocks.Where(block => block.Language == "csharp"))
        {
            Assert.True(
                samples.Any(sample => sample.Contains(Flatten(block.Lines), StringComparison.Ordinal)),
                $"{path}({block.Line}): the block is in no file of samples/"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_lead_to_files_and_headings_of_the_repository(string path)
    {
        var dead = Page.Read(path)
            .Links.Where(link =>
                !Path.Exists(Repository.Combine(link.File))
                || (link.Heading.Length > 0 && !Page.Read(link.File).Headings.Contains(link.Heading))
            );

        Assert.Empty(dead);
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out var path))
        {
            if (reached.Add(path) && path.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.Combine(path)))
            {
                foreach (var (file, _) in Page.Read(path).Links)
                {
                    next.Enqueue(Directory.Exists(Repository.Combine(file)) ? file.TrimEnd('/') + "/README.md" : file);
                }
            }
        }

        Assert.Empty(Page.AllPaths().Except(reached));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Commands_without_an_engine_stand_in_console_blocks(string path) =>
        Assert.DoesNotContain(
            Page.Read(path).Blocks.Where(block => block.Language is "sh" or "bash" or "shell").SelectMany(block => block.Lines),
            line =>
                line.TrimStart('$', ' ').StartsWith("launch render", StringComparison.Ordinal)
                || line.TrimStart('$', ' ').StartsWith("launch explain", StringComparison.Ordinal)
        );

    // Blocks are indented as the page likes; their lines are the code's own otherwise.
    private static string Flatten(IEnumerable<string> lines) => "\n" + string.Join('\n', lines.Select(line => line.Trim())) + "\n";
}
