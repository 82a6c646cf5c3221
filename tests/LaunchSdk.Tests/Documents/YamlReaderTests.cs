namespace LaunchSdk.Tests.Documents;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("env:\n  - A=1\n  - B\nrm: true\ngpus: all\n", "{env: [s\"A=1\", s\"B\"], rm: true, gpus: s\"all\"}")]
    [InlineData("queues: [no, on, 22:22, 1234, '5']", "{queues: [s\"no\", s\"on\", s\"22:22\", n1234, s\"5\"]}")]
    [InlineData("a:\nb: ~\nc: \"\"\n", "{a: null, b: null, c: s\"\"}")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  z\n", "{a: s\"x\ny\n\", b: s\"z\"}")]
    [InlineData("--- # head\na: x # tail\n...\n", "{a: s\"x\"}")]
    [InlineData("a: !!str 1\nb: !!int '7'\nc: !!bool \"true\"\nd: ! 5\ne: !!seq [1]", "{a: s\"1\", b: n7, c: true, d: s\"5\", e: [n1]}")]
    [InlineData("x: &a {k: 1}\ny: *a\nz: [*a, &b v, *b]\n", "{x: {k: n1}, y: {k: n1}, z: [{k: n1}, s\"v\", s\"v\"]}")]
    [InlineData("1: a\ntrue: b\n~: c\n", "{1: s\"a\", true: s\"b\", ~: s\"c\"}")]
    [InlineData("[a: 1, {b: 2}]", "[{a: n1}, {b: n2}]")]
    [InlineData("- - a\n  - b\n-\n  - c\n", "[[s\"a\", s\"b\"], [s\"c\"]]")]
    [InlineData("", "null")]
    [InlineData("# only a comment\n", "null")]
    [InlineData("\uFEFFa: 1", "{a: n1}")]
    [InlineData("run: |\n  all:\n  \techo x\n", "{run: s\"all:\n\techo x\n\"}")]
    public void Valid_text_is_read(string text, string expected)
    {
        var document = DocumentText.Yaml(text);

        Assert.Equal("", document.Places());
        Assert.Equal(expected, document.Root.Show());
    }

    [Theory]
    [InlineData("a: b: c\n", "LSDK0001@1,5", "{a: null}")]
    [InlineData("a: 1\n  b: 2\n", "LSDK0001@2,4", "{a: null}")]
    [InlineData("a: 'x\n", "LSDK0001@1,4", "{a: null}")]
    [InlineData("a: [1, 2\n", "LSDK0001@2,1", "{a: [n1, n2]}")]
    [InlineData("a: @x", "LSDK0001@1,4", "{a: null}")]
    [InlineData("a: \"\\q\"", "LSDK0001@1,4", "{a: null}")]
    [InlineData("- a\nb: 1\n", "LSDK0001@2,1", "[s\"a\"]")]
    [InlineData("a: - b", "LSDK0001@1,4", "{a: null}")]
    [InlineData("a: 1\n---\nb: 2\n", "LSDK0001@2,1", "{a: n1}")]
    [InlineData("a: !secret x\nb: 2", "LSDK0001@1,4", "{a: s\"x\", b: n2}")]
    [InlineData("a: !!int x\nb: 2", "LSDK0001@1,10", "{a: s\"x\", b: n2}")]
    [InlineData("a: !x {b: 1}\nc: 2", "LSDK0001@1,4", "{a: {b: n1}, c: n2}")]
    [InlineData("a: *nope\nb: 2", "LSDK0001@1,4", "{a: null, b: n2}")]
    [InlineData("x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n", "LSDK0001@3,3", "{x: {a: n1}, y: {<<: {a: n1}, b: n2}}")]
    [InlineData("? [a]\n: b\nc: 1\n", "LSDK0001@1,3", "{[a]: s\"b\", c: n1}")]
    [InlineData("a: 1\nb: 2\na: 3\nb: 4\n", "LSDK0002@3,1 LSDK0002@4,1", "{a: n1, b: n2, a: n3, b: n4}")]
    [InlineData("a: {{name}}\nb: 2\n", "LSDK0001@1,4", "{a: s\"{{name}}\", b: n2}")]
    [InlineData("a: {{name}}-x\nb: 2\n", "LSDK0001@1,4", "{a: s\"{{name}}\"}")]
    [InlineData("a: x\u0001y\nb: \u2028z\n", "LSDK0001@1,5 LSDK0001@2,4", "{a: s\"x\uFFFDy\", b: s\"\uFFFDz\"}")]
    [InlineData(
        "env:\n\t- A\n\t- B\nrm: true\nrm: false\n",
        "LSDK0001@2,1 LSDK0001@3,1 LSDK0002@5,1",
        "{env: [s\"A\", s\"B\"], rm: true, rm: false}"
    )]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "LSDK0001@3,1", "{a: {b: n1, c: n2}}")]
    [InlineData("a:\n  \tb: 1\n  \tc: 2\n", "LSDK0001@2,3 LSDK0001@3,3", "{a: {b: n1, c: n2}}")]
    [InlineData("run: |\n\techo\n\t\tx\nb: 1", "LSDK0001@2,1 LSDK0001@3,1", "{run: s\"echo\n\tx\n\", b: n1}")]
    [InlineData("a:\n  - : x: y\n", "LSDK0001@2,5", "{a: [{}]}")]
    [InlineData("b: {a: 1, [: 2", "LSDK0001@1,11 LSDK0001@1,12", "{b: {a: n1, [: null}}")]
    [InlineData("&a [*a]", "LSDK0014@1,5", "[null]")]
    public void Mistakes_are_reported_where_they_stand(string text, string places, string tree)
    {
        var document = DocumentText.Yaml(text);

        Assert.Equal(places, document.Places());
        Assert.Equal(tree, document.Root.Show());
    }

    [Theory]
    [InlineData("env:\n\t- A\n\t\t- B", "env:\n  - A\n    - B")]
    [InlineData("a:\n \tb: {{name}}\n", "a:\n   b: \"{{name}}\"\n")]
    public void Edits_mend_tabs_and_templates(string text, string expected) => Assert.Equal(expected, DocumentText.Yaml(text).Mend());

    [Fact]
    public void A_tab_is_named_with_its_line()
    {
        var problem = Assert.Single(DocumentText.Yaml("env:\n\t- A\n").Problems);

        Assert.Equal(
            "queue.yaml(2,1): error LSDK0001: line 2 is indented with a tab; YAML allows only spaces: write two spaces for each tab",
            problem.ToString()
        );
    }

    [Theory]
    [InlineData("a: 1\nb: [x, 'y']\n", "<a: 1\nb: [x, 'y']><a><1><b><[x, 'y']><x><'y'>")]
    [InlineData("é😀: \"😀\"\r\nb: x # c\r\n", "<é😀: \"😀\"\r\nb: x><é😀><\"😀\"><b><x>")]
    [InlineData(
        "a:\n  - k: 1\n    l:\n  - &x !!map\n    m: 2\n",
        "<a:\n  - k: 1\n    l:\n  - &x !!map\n    m: 2><a><- k: 1\n    l:\n  - &x !!map\n    m: 2><k: 1\n    l:><k><1><l><><m: 2><m><2>"
    )]
    [InlineData("a: &x\nb: &y v\nc: *y\nd: |\n  t\n\n", "<a: &x\nb: &y v\nc: *y\nd: |\n  t><a><><b><v><c><*y><d><|\n  t>")]
    [InlineData("[a: 1, b]", "<[a: 1, b]><a: 1><a><1><b>")]
    [InlineData("a:\n\tb: x\n\tc: {d: 1}\n", "<a:\n\tb: x\n\tc: {d: 1}><a><b: x\n\tc: {d: 1}><b><x><c><{d: 1}><d><1>")]
    public void Nodes_know_their_places(string text, string ranges) => Assert.Equal(ranges, DocumentText.Yaml(text).Root.Ranges());

    [Fact]
    public void Lines_end_as_each_system_ends_them()
    {
        var document = DocumentText.Yaml("a: 1\r\nb: 2\rc: 3\nd: 4");

        var places = document.Root.Members.Select(member => document.GetPosition(member.Key.Range.Start).ToString());
        Assert.Equal(["1,1", "2,1", "3,1", "4,1"], places);
    }

    [Fact]
    public void Lookups_find_the_first_of_a_key()
    {
        var root = DocumentText.Yaml("a: 1\nb: 2\na: 3").Root;

        Assert.True(root.TryGetMember("a", out var value));
        Assert.Equal("1", value.Text);
        Assert.False(root.TryGetMember("c", out _));
        Assert.Equal(3, root.Members.Count);
        Assert.Equal(0, root.Items.Count);
    }
}
