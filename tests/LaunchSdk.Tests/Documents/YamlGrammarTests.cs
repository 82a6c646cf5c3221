using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Tests.Documents;

/// <summary>What YAML 1.2 forbids and its parser would let pass, and what it allows and its parser would change.</summary>
public sealed class YamlGrammarTests
{
    [Theory]
    // No colon, no comma.
    [InlineData("{\"rm\"true, \"memory\"1g}", "LSDK0001@1,6 LSDK0001@1,20")]
    [InlineData("{a: \"b\" c: 1, d: \"e\" f: 2}", "LSDK0001@1,9 LSDK0001@1,22")]
    [InlineData("a: [\"b\" c, d]\ne: {'f'g, h: 1}\ni: [[j] k, 'l' m]", "LSDK0001@1,9 LSDK0001@2,8 LSDK0001@3,9 LSDK0001@3,16")]
    [InlineData("a: [[b] [c] {d: 1} {e: 2}, 'f' [g]]\nh: ['i' j]", "LSDK0001@1,9 LSDK0001@1,13 LSDK0001@1,20 LSDK0001@1,32 LSDK0001@2,9")]
    [InlineData("{'rm'true}", "LSDK0001@1,6")]
    [InlineData("{a: 1, \"b\" \"c\"}", "LSDK0001@1,12")]
    [InlineData("{a: \"b\" c}", "LSDK0001@1,9")]
    [InlineData("[\"a\" \"b\"]", "LSDK0001@1,6")]
    [InlineData("[[a] b]", "LSDK0001@1,6")]
    [InlineData("{a: {b} c: d}", "LSDK0001@1,9")]
    [InlineData("{a: [b] [c]}", "LSDK0001@1,9")]
    [InlineData("x: &x 1\ny: [*x y]", "LSDK0001@2,8")]
    // No key.
    [InlineData("- : 1", "LSDK0001@1,3")]
    [InlineData(": 1", "LSDK0001@1,1")]
    [InlineData("a: 1\n: 2", "LSDK0001@2,1")]
    [InlineData("a:\n  b: 1\n  : 2", "LSDK0001@3,3")]
    [InlineData("a:\n  : x", "LSDK0001@2,3")]
    [InlineData("{: 1}", "LSDK0001@1,2")]
    [InlineData("{:}", "LSDK0001@1,2")]
    [InlineData("[: 1]", "LSDK0001@1,2")]
    [InlineData("{a, : 1}", "LSDK0001@1,5")]
    [InlineData("- :", "LSDK0001@1,3")]
    [InlineData("? \n: b", "LSDK0001@1,2")]
    // No space before a comment.
    [InlineData("a: \"b\"#c", "LSDK0001@1,7")]
    [InlineData("a: 'b'#c", "LSDK0001@1,7")]
    [InlineData("a: [b]#c", "LSDK0001@1,7")]
    [InlineData("a: {b}#c", "LSDK0001@1,7")]
    [InlineData("a: [b,#c\n  d]", "LSDK0001@1,7")]
    [InlineData("a: |#c\n  b", "LSDK0001@1,5")]
    [InlineData("%YAML 1.2#c\n---\na: b", "LSDK0001@1,10")]
    // No space after a colon, and one too many.
    [InlineData("{a:[b]}", "LSDK0001@1,3")]
    [InlineData("{a:{b: c}}", "LSDK0001@1,3")]
    [InlineData("{x: a:}", "LSDK0001@1,6")]
    [InlineData("a *b: c", "LSDK0001@1,5")]
    [InlineData("x: &x 1\n*x: 2", "LSDK0001@2,3")]
    // A character that starts nothing.
    [InlineData("a: [@b]", "LSDK0001@1,5")]
    [InlineData("a: [`b]", "LSDK0001@1,5")]
    [InlineData("a: [|b]", "LSDK0001@1,5")]
    [InlineData("a: [%b]", "LSDK0001@1,5")]
    [InlineData("a: [1]\n:b: c", "LSDK0001@2,1")]
    // Lines of brackets and quotes.
    [InlineData("a: [\nb]", "LSDK0001@2,1")]
    [InlineData("a: {\n\"b\": c}", "LSDK0001@2,1")]
    [InlineData("- a: [\n  b]", "LSDK0001@2,3")]
    [InlineData("a: 'b\nc'", "LSDK0001@2,1")]
    [InlineData("a: \"b\nc\"", "LSDK0001@1,4")]
    [InlineData("a: [1,\nb: 2", "LSDK0001@2,1")]
    // Directives, documents, tabs.
    [InlineData("%FOO bar\na: b", "LSDK0001@1,1")]
    [InlineData("a: [b]\n%FOO bar\n", "LSDK0001@2,1")]
    [InlineData("|\na\n---\nb", "LSDK0001@3,1")]
    [InlineData("-\t- a", "LSDK0001@1,2")]
    [InlineData("-\ta: b", "LSDK0001@1,2")]
    [InlineData("? \ta: b", "LSDK0001@1,3")]
    public void What_YAML_forbids_is_refused_where_it_stands(string text, string place) =>
        Assert.Equal(place, DocumentText.Yaml(text).Places());

    [Theory]
    [InlineData("b: {a: 1}\n\"c\": :x", "{b: {a: n1}, c: s\":x\"}")]
    [InlineData(
        "builder: {accelerator: {base_image: a/b}}\n\"label\": :x=1",
        "{builder: {accelerator: {base_image: s\"a/b\"}}, label: s\":x=1\"}"
    )]
    [InlineData("- [a]\n- :x", "[[s\"a\"], s\":x\"]")]
    [InlineData("[{a: 1}, :x, \"b\", ::y]", "[{a: n1}, s\":x\", s\"b\", s\"::y\"]")]
    [InlineData("[[1], :x: y]", "[[n1], {:x: s\"y\"}]")]
    [InlineData("{a:}", "{a: null}")]
    [InlineData("{a:, b:}", "{a: null, b: null}")]
    [InlineData("{a :}", "{a: null}")]
    [InlineData("{? a:}", "{a: null}")]
    [InlineData("[a:]", "[{a: null}]")]
    [InlineData("x: {a: {b:}, c:}", "{x: {a: {b: null}, c: null}}")]
    [InlineData("{\"a\":1, 'b':[2], \"c\":{d: e}, \"f\" :g, \"h\"::i}", "{a: n1, b: [n2], c: {d: s\"e\"}, f: s\"g\", h: s\":i\"}")]
    [InlineData("{a: &x b, c: d}", "{a: s\"b\", c: s\"d\"}")]
    [InlineData("{a: !!str 1, c: &y [d], e: *y}", "{a: s\"1\", c: [s\"d\"], e: [s\"d\"]}")]
    [InlineData("a:b: c\nd: e:f\n:g: -h", "{a:b: s\"c\", d: s\"e:f\", :g: s\"-h\"}")]
    [InlineData("[http://x:80/y#z, -1, ?a]", "[s\"http://x:80/y#z\", n-1, s\"?a\"]")]
    [InlineData("a: [\n  b, # c\n  d\n]\ne: {\n  f: g\n}", "{a: [s\"b\", s\"d\"], e: {f: s\"g\"}}")]
    [InlineData("{\n\"a\": 1,\n\"b\": [\n2\n]\n}", "{a: n1, b: [n2]}")]
    [InlineData("a: 'b\n\n  c'", "{a: s\"b\nc\"}")]
    [InlineData("a: \"b\n  \tc\"\nd: 'e\n \tf'", "{a: s\"b c\", d: s\"e f\"}")]
    [InlineData("%FOO bar\n%YAML 1.2 # c\n---\na: b", "{a: s\"b\"}")]
    [InlineData("a: >-\n  # b\n  c:d", "{a: s\"# b c:d\"}")]
    public void What_YAML_allows_is_read_as_it_says(string text, string expected)
    {
        var document = DocumentText.Yaml(text);

        Assert.Equal("", document.Places());
        Assert.Equal(expected, document.Root.Show());
    }

    [Theory]
    [InlineData("a:\tb\nc:\td", "1,3")]
    [InlineData("a: [b,\tc]", "1,7")]
    [InlineData("a: b\tc", "1,5")]
    [InlineData("a: b\t# c", "1,5")]
    [InlineData("a: b\t\n", "1,5")]
    [InlineData("a: |\t\n  b", "1,5")]
    [InlineData("-\ta", "1,2")]
    [InlineData("a: 1\n\t# b\nc: 2", "2,1")]
    [InlineData("a: 1\n\t\nb:\t2", "2,1")]
    [InlineData("a: b\n  \t# not a block >-\nc: d", "2,3")]
    [InlineData("a: b |\n\t# no block either\nc: d", "2,1")]
    public void A_tab_that_PyYAML_refuses_is_named_once(string text, string position)
    {
        var problem = Assert.Single(DocumentText.Yaml(text).Problems);

        Assert.Equal($"queue.yaml({position}): info LSDK0205: {RefusedByReferenceAgent.Tab.Message}", problem.ToString());
        Assert.Equal(ProblemSeverity.Information, problem.Severity);
    }

    [Theory]
    [InlineData("a: \"b\tc\"")]
    [InlineData("a: 'b\t\n  \tc'")]
    [InlineData("a: |\n  b\tc\n  \td")]
    [InlineData("a: b # c\td")]
    public void A_tab_in_quotes_comments_and_block_text_is_text(string text) => Assert.Empty(DocumentText.Yaml(text).Problems);

    [Theory]
    [InlineData("{\"rm\"true}", "': ' is missing after the key: write a key and its value as 'key: value'")]
    [InlineData("[\"a\" \"b\"]", "the list in '[' has no ',' or ']' here: separate its entries with ',' and close it with ']'")]
    [InlineData("- : 1", "a key is missing here: write 'key: value', or put a text that starts with ':' in quotes")]
    [InlineData("a: [b]#c", "'#' starts a comment only after a space: write a space before it")]
    [InlineData("{a:[b]}", "':' between a key and its value needs a space after it: write ': ', or put the text in quotes")]
    [InlineData("a: [@b]", "'@' cannot start a value in YAML: put the value in quotes")]
    [InlineData(
        "%FOO\na: b",
        "a line that starts with '%' is a directive and needs a line '---' after it: remove it, or put the text in quotes"
    )]
    public void The_message_has_the_way_out(string text, string message) =>
        Assert.Equal(message, Assert.Single(DocumentText.Yaml(text).Problems).Message);
}
