namespace LaunchSdk.Tests.Documents;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("null", "null")]
    [InlineData("\"x\"", "s\"x\"")]
    [InlineData("{\"a\": 1.50, \"b\": [true, false, null, -0, 1e+3, \"\"]}", "{a: n1.50, b: [true, false, null, n-0, n1e+3, s\"\"]}")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"", "s\"\"\\/\b\f\n\r\té😀\"")]
    [InlineData("{\"\\u0061\":{\"b\":{}}}", "{a: {b: {}}}")]
    [InlineData("\uFEFF[1]", "[n1]")]
    public void Valid_text_is_read(string text, string expected)
    {
        var document = DocumentText.Json(text);

        Assert.Equal("", document.Places());
        Assert.Equal(expected, document.Root.Show());
    }

    [Theory]
    [InlineData("", "LSDK0001@1,1", "null")]
    [InlineData("[1,\n2,]", "LSDK0001@2,2", "[n1, n2]")]
    [InlineData("{\"a\": 1,}", "LSDK0001@1,8", "{a: n1}")]
    [InlineData("[1 2]", "LSDK0001@1,3", "[n1, n2]")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "LSDK0001@1,8", "{a: n1, b: n2}")]
    [InlineData("[1,,2]", "LSDK0001@1,4", "[n1, n2]")]
    [InlineData("[,1]", "LSDK0001@1,2", "[n1]")]
    [InlineData("['it\\'s']", "LSDK0001@1,2", "[s\"it's\"]")]
    [InlineData("{'a': 1}", "LSDK0001@1,2", "{a: n1}")]
    [InlineData("// top\n{\"a\": /* one */ 1} # end", "LSDK0001@1,1 LSDK0001@2,7 LSDK0001@2,20", "{a: n1}")]
    [InlineData("{a: 1}", "LSDK0001@1,2", "{a: n1}")]
    [InlineData("{\"a\" 1}", "LSDK0001@1,5", "{a: n1}")]
    [InlineData("{\"a\" = 1}", "LSDK0001@1,6", "{a: n1}")]
    [InlineData("{\"a\"}", "LSDK0001@1,5", "{a: null}")]
    [InlineData("{\"a\":}", "LSDK0001@1,5", "{a: null}")]
    [InlineData("[NaN, -Infinity]", "LSDK0001@1,2 LSDK0001@1,7", "[s\"NaN\", s\"-Infinity\"]")]
    [InlineData("[True, None]", "LSDK0001@1,2 LSDK0001@1,8", "[true, null]")]
    [InlineData(
        "[01, +1, .5, 1., 0x1f, 512m]",
        "LSDK0001@1,2 LSDK0001@1,6 LSDK0001@1,10 LSDK0001@1,14 LSDK0001@1,18 LSDK0001@1,24",
        "[s\"01\", s\"+1\", s\".5\", s\"1.\", s\"0x1f\", s\"512m\"]"
    )]
    [InlineData("{\"image\": nvidia/cuda:12, \"rm\": true}", "LSDK0001@1,11", "{image: s\"nvidia/cuda:12\", rm: true}")]
    [InlineData("{\"a\": {{image}}, \"b\": ${name}-x}", "LSDK0001@1,7 LSDK0001@1,23", "{a: s\"{{image}}\", b: s\"${name}-x\"}")]
    [InlineData("[\"a\tb\"]", "LSDK0001@1,4", "[s\"a\tb\"]")]
    [InlineData("[\"a\n]", "LSDK0001@1,2", "[s\"a\"]")]
    [InlineData("[\"C:\\x\"]", "LSDK0001@1,5", "[s\"C:\\x\"]")]
    [InlineData("[\"\\u12\"]", "LSDK0001@1,3", "[s\"\\u12\"]")]
    [InlineData("[\"\\ud800\", \"\\ude00x\"]", "LSDK0001@1,3 LSDK0001@1,13", "[s\"\uFFFD\", s\"\uFFFDx\"]")]
    [InlineData("[1]\n2", "LSDK0001@2,1", "[n1]")]
    [InlineData("{\"a\": [1, {\"b\": 2", "LSDK0001@1,11", "{a: [n1, {b: n2}]}")]
    [InlineData("{\"a\": [1}", "LSDK0001@1,9", "{a: [n1]}")]
    [InlineData("[1\u00A0,\uFEFF2]", "LSDK0001@1,3 LSDK0001@1,5", "[n1, n2]")]
    [InlineData("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", "LSDK0002@3,1", "{a: n1, b: n2, a: n3}")]
    public void Slips_are_reported_where_they_stand_and_reading_goes_on(string text, string places, string tree)
    {
        var document = DocumentText.Json(text);

        Assert.Equal(places, document.Places());
        Assert.Equal(tree, document.Root.Show());
    }

    [Theory]
    [InlineData("{a: 'x', \"b\": True, // no\n \"c\": [1 2,],\t\"d\" = 512m,\n}")]
    [InlineData("{\"a\": \"x\ty\", \"b\": \"C:\\x\", \"c\" {{name}}}")]
    public void The_edits_of_all_slips_make_the_file_valid(string text)
    {
        var mended = DocumentText.Json(DocumentText.Json(text).Mend());

        Assert.Equal("", mended.Places());
        Assert.Equal(DocumentText.Json(text).Root.Show(), mended.Root.Show());
    }

    [Fact]
    public void A_repeated_key_names_the_line_of_the_first()
    {
        var problem = Assert.Single(DocumentText.Json("{\n\"a\": 1,\n\"\\u0061\": 2}").Problems);

        Assert.Equal(
            "queue.json(3,1): error LSDK0002: 'a' appears twice in this mapping, first on line 2: remove one of the two",
            problem.ToString()
        );
    }

    [Fact]
    public void A_key_that_stands_twice_among_many_is_found()
    {
        var members = string.Join(",\n", Enumerable.Range(0, 200).Select(i => $"\"k{i % 199}\": {i}"));

        Assert.Equal("LSDK0002@200,1", DocumentText.Json($"{{{members}}}").Places());
    }

    [Fact]
    public void Nodes_know_their_places()
    {
        var document = DocumentText.Json("{\"a\": [1, \"x\"], \"b\": {}}");

        Assert.Equal("<{\"a\": [1, \"x\"], \"b\": {}}><\"a\"><[1, \"x\"]><1><\"x\"><\"b\"><{}>", document.Root.Ranges());
    }

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "LSDK0014@1,65")]
    [InlineData(100_000, "LSDK0014@1,65")]
    public void Nesting_has_a_limit(int depth, string places)
    {
        var document = DocumentText.Json(new string('[', depth) + new string(']', depth));

        Assert.Equal(places, document.Places());
    }

    [Fact]
    public void Problems_have_a_limit()
    {
        var document = DocumentText.Json($"[{string.Concat(Enumerable.Repeat("'a',", 100_000))}1]");

        Assert.Equal(1_001, document.Problems.Count);
        Assert.Equal("LSDK0014", document.Problems[^1].Rule.Id);
    }
}
