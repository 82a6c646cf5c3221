using System.Text;

namespace LaunchSdk.Tests.Documents;

public sealed class YamlLimitTests
{
    [Theory]
    [InlineData("[", 4_000_000)]
    [InlineData("{", 4_000_000)]
    [InlineData("- ", 2_000_000)]
    [InlineData("? ", 2_000_000)]
    [InlineData("[a: ", 1_000_000)]
    [InlineData("[\n", 1_000_000)]
    public void Nesting_without_end_is_refused(string opener, int count)
    {
        var document = DocumentText.Yaml(string.Concat(Enumerable.Repeat(opener, count)));

        Assert.Contains(document.Problems, static problem => problem.Rule.Id is "LSDK0014" or "LSDK0001");
    }

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "LSDK0014@1,65")]
    public void Nesting_has_a_limit(int depth, string places) =>
        Assert.Equal(places, DocumentText.Yaml(new string('[', depth) + new string(']', depth)).Places());

    [Fact]
    public void Indentation_deeper_than_the_limit_is_refused()
    {
        var text = string.Concat(Enumerable.Range(0, 1_000).Select(static i => new string(' ', i) + "a:\n"));

        Assert.Equal("LSDK0014@65,65", DocumentText.Yaml(text).Places());
    }

    [Fact]
    public void Aliases_that_explode_are_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Equal("LSDK0014", Assert.Single(DocumentText.Yaml(text.ToString()).Problems).Rule.Id);
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_the_limit()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 100; i++)
        {
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.Equal("LSDK0014@64,12", DocumentText.Yaml(text.ToString()).Places());
    }

    [Theory]
    [InlineData("k{0}: v\n", 300_000)]
    [InlineData("- &a{0} x\n", 300_000)]
    [InlineData("# {0}\n", 300_000)]
    [InlineData("{0}\n", 300_000)]
    [InlineData("k: v\n", 300_000)]
    [InlineData("\tk{0}: v\n", 300_000)]
    [InlineData("\u0001{0}\n", 300_000)]
    [InlineData("- *a\n", 300_000)]
    [InlineData("- {{{{x}}}}\n", 300_000)]
    [InlineData("- !t x\n", 300_000)]
    [InlineData("- |\n", 300_000)]
    [InlineData("---\n", 300_000)]
    [InlineData("&a ", 300_000)]
    [InlineData("!a ", 300_000)]
    [InlineData("\"a\\n", 300_000)]
    public void Long_files_end(string line, int count)
    {
        var text = string.Concat(Enumerable.Range(0, count).Select(i => string.Format(null, line, i)));

        var document = DocumentText.Yaml(text);

        Assert.InRange(document.Problems.Count, 0, 1_001);
    }
}
