using LaunchSdk.Docs.Tests.Pages;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

public class PageTests
{
    public static TheoryData<string> Paths => [.. Page.AllPaths()];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Commands_print_what_the_page_shows(string path)
    {
        using var session = new PageSession();
        var page = Page.Read(path);

        var results = await session.RunAsync(page, TestContext.Current.CancellationToken);

        GeneratedFile.Match(path, results.Aggregate(page.Text, static (text, result) => text.Replace(result.Block.Text, result.Actual, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void CSharp_is_code_of_the_samples(string path)
    {
        var samples = Directory.EnumerateFiles(Repository.Combine("samples"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Flatten(File.ReadAllLines(file)))
            .ToArray();

        foreach (var block in Page.Read(path).Blocks.Where(block => block.Language == "csharp"))
        {
            Assert.True(
                samples.Any(sample => sample.Contains(Flatten(block.Lines), StringComparison.Ordinal)),
                $"{path}({block.Line}): the block is in no file of samples/");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_lead_to_files_of_the_repository(string path)
    {
        var folder = Path.GetDirectoryName(Repository.Combine(path))!;

        var dead = Page.Read(path).Links
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#'))
            .Where(link => !Path.Exists(Path.Combine(folder, link.Split('#')[0])));

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Commands_without_an_engine_stand_in_console_blocks(string path) =>
        Assert.DoesNotContain(
            Page.Read(path).Blocks.Where(block => block.Language is "sh" or "bash" or "shell").SelectMany(block => block.Lines),
            line => line.TrimStart('$', ' ').StartsWith("launch render", StringComparison.Ordinal) || line.TrimStart('$', ' ').StartsWith("launch explain", StringComparison.Ordinal));

    // Blocks are indented as the page likes; their lines are the code's own otherwise.
    private static string Flatten(IEnumerable<string> lines) => "\n" + string.Join('\n', lines.Select(line => line.Trim())) + "\n";
}
