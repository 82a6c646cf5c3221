using LaunchSdk.Documents;

namespace LaunchSdk.Tests.Documents;

public sealed class WriterTests
{
    private const string Queue =
        "env: [A=1, B]\nvolume: []\nrm: true\nmemory: null\nbuilder: {accelerator: {base_image: 'cuda:12'}}\nlist: [{a: 1, b: 2.50}, [x, [z]], {}]\n";

    [Fact]
    public void YAML_is_written_in_block_style()
    {
        const string Expected = """
            env:
              - A=1
              - B
            volume: []
            rm: true
            memory: null
            builder:
              accelerator:
                base_image: cuda:12
            list:
              - a: 1
                b: 2.50
              - - x
                - - z
              - {}

            """;

        Assert.Equal(Expected, Write(ConfigFormat.Yaml, Queue));
    }

    [Fact]
    public void JSON_is_written_with_two_spaces()
    {
        const string Expected = """
            {
              "a": [
                1,
                {
                  "b": "é\n"
                }
              ],
              "c": {},
              "d": []
            }

            """;

        Assert.Equal(Expected, Write(ConfigFormat.Json, "a: [1, {b: \"é\\n\"}]\nc: {}\nd: []"));
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain text", "plain text")]
    [InlineData("/a:/b", "/a:/b")]
    [InlineData("${x}", "${x}")]
    [InlineData("{{x}}", "\"{{x}}\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("22:22", "\"22:22\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("a#b", "a#b")]
    [InlineData("a *b", "\"a *b\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("---", "\"---\"")]
    [InlineData("...", "\"...\"")]
    [InlineData("a\nb", "\"a\\nb\"")]
    [InlineData("\u2028\u0085", "\"\\u2028\\u0085\"")]
    [InlineData("é", "\"é\"")]
    public void YAML_text_is_quoted_where_readers_could_differ(string text, string expected)
    {
        var writer = new YamlConfigWriter();

        writer.String(text);

        Assert.Equal(expected + "\n", writer.ToString());
    }

    [Theory]
    [InlineData("0x1f", "31")]
    [InlineData("0o17", "15")]
    [InlineData("+1", "1")]
    [InlineData("-007", "-7")]
    [InlineData(".5", "0.5")]
    [InlineData("1.", "1.0")]
    [InlineData("1.e3", "1.0e3")]
    [InlineData("1.50", "1.50")]
    [InlineData(".inf", "\".inf\"")]
    public void Numbers_of_YAML_are_written_as_JSON_has_them(string number, string expected)
    {
        var writer = new JsonConfigWriter();

        writer.Number(number);

        Assert.Equal(expected + "\n", writer.ToString());
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        var writer = new YamlConfigWriter();

        writer.String("\ud800");

        Assert.Equal("\"\uFFFD\"\n", writer.ToString());
    }

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new JsonConfigWriter().Number("512m"));
        Assert.Throws<ArgumentException>(() => new YamlConfigWriter().Number("no"));
    }

    [Fact]
    public void Calls_that_make_no_tree_are_refused()
    {
        var writer = new JsonConfigWriter();
        writer.BeginMapping();

        Assert.Throws<InvalidOperationException>(() => writer.String("value without a key"));
        Assert.Throws<InvalidOperationException>(writer.EndSequence);
        writer.EndMapping();
        Assert.Throws<InvalidOperationException>(writer.BeginMapping);
    }

    private static string Write(ConfigFormat format, string yaml)
    {
        var writer = ConfigWriter.Create(format);
        writer.Node(DocumentText.Yaml(yaml).Root);
        return writer.ToString();
    }
}
