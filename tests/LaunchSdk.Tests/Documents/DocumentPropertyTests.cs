using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Documents;

namespace LaunchSdk.Tests.Documents;

/// <summary>Trees with nasty texts come back as they were written; no text at all makes a reader throw.</summary>
public sealed class DocumentPropertyTests
{
    private static readonly string[] NastyTexts =
    [
        "",
        " ",
        "a",
        "no",
        "on",
        "~",
        "null",
        "true",
        "12",
        "0777",
        "1_000",
        "22:22",
        "1e3",
        "=",
        "<<",
        "- a",
        "-",
        "?",
        ": ",
        "a: b",
        "a #b",
        "#",
        "'",
        "\"",
        "\\",
        "\n",
        "a\nb\n",
        "\t",
        "\tx",
        "\r\n",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u0000",
        "\u007F",
        "😀",
        "é",
        "{{x}}",
        "${x}",
        "[",
        "{a}",
        "*a",
        "&a",
        "!a",
        "|",
        ">-",
        "@",
        "`",
        "%",
        "---",
        "...",
        "trailing ",
        "2024-01-01",
        new string('k', 1500),
        string.Concat(Enumerable.Repeat("é\n", 600)),
    ];

    private static readonly string[] Pieces =
    [
        "a",
        "key",
        ":",
        ": ",
        "- ",
        "-",
        "\n",
        "\n  ",
        "\n\t",
        "\r\n",
        " ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\\",
        "\\u00",
        "&a",
        "*a",
        "!",
        "!!str ",
        "!!int",
        "!<",
        "|",
        ">",
        "|2",
        "\n---\n",
        "\n...\n",
        "? ",
        "#",
        " #",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "<<",
        "{{x}}",
        "${",
        "1",
        "0x",
        "~",
        "\u0000",
        "\u2028",
        "\uFEFF",
        "\ud800",
        "😀",
        "\u0085",
        "//",
        "/*",
        "\"a\":",
        "\\U00110000",
        "\\ud800",
        "!%ff",
        "&",
        "*",
        "@",
        "`",
    ];

    private static readonly string[] Valid =
    [
        "env:\n  - A=1\n  - B: [x, {y: 'z'}]\nrm: true\ntext: |\n  a\n\n  b\nfold: >-\n  c\n  d\nref: &r {k: v}\nalias: *r\nq: \"\\u00e9\\n\"\n",
        "{\"env\": [\"A=1\", 2.5e3, null], \"rm\": true, \"builder\": {\"a\": {\"b\": \"\\u00e9\\n\"}}}",
    ];

    [Property(MaxTest = 300, Arbitrary = [typeof(DocumentPropertyTests)])]
    public void A_tree_reads_back_equal_from_both_formats(Tree tree)
    {
        foreach (var format in new[] { ConfigFormat.Json, ConfigFormat.Yaml })
        {
            var writer = ConfigWriter.Create(format);
            tree.Write(writer);

            var document = ConfigDocument.Read(writer.ToString(), format, "-");

            Assert.Equal("", document.Places());
            Assert.Equal(tree.ToString(), document.Root.Show());
        }
    }

    [Property(MaxTest = 3000, Arbitrary = [typeof(DocumentPropertyTests)])]
    public void Any_text_is_read_without_an_exception(Noise noise)
    {
        foreach (var format in new[] { ConfigFormat.Json, ConfigFormat.Yaml })
        {
            var document = ConfigDocument.Read(noise.Text, format, "-");

            document.Root.Show();
            document.Root.Ranges();
            Assert.All(
                document.Problems,
                problem => Assert.InRange(problem.File!.Range.End, problem.File!.Range.Start, document.Text.Length)
            );
        }
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_are_read_without_an_exception(byte[] bytes)
    {
        ConfigDocument.ReadBytes(bytes, ConfigFormat.Json, "-").Root.Show();
        ConfigDocument.ReadBytes(bytes, ConfigFormat.Yaml, "-").Root.Show();
    }

    public static Arbitrary<Noise> Noises()
    {
        var assembled = Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces));
        var mutated =
            from text in Gen.Elements(Valid)
            from at in Gen.Choose(0, text.Length)
            from removed in Gen.Choose(0, Math.Min(3, text.Length - at))
            from piece in Gen.Elements(Pieces)
            select text.Remove(at, removed).Insert(at, piece);
        return Gen.OneOf(assembled, mutated).Select(static text => new Noise(text)).ToArbitrary();
    }

    public static Arbitrary<Tree> Trees() => Gen.Sized(static size => OfSize(Math.Min(size, 12))).ToArbitrary();

    private static Gen<Tree> OfSize(int size)
    {
        var text = Gen.OneOf(
            Gen.Elements(NastyTexts),
            ArbMap.Default.GeneratorFor<string>().Where(static text => text is not null).Select(Mended)
        );
        var leaf = Gen.OneOf(
            text.Select(static text => new Tree(ConfigNodeKind.String, text, [])),
            Gen.Elements("1", "-2.5", "0", "1e+3", "100000000000000000000")
                .Select(static number => new Tree(ConfigNodeKind.Number, number, [])),
            Gen.Elements("true", "false").Select(static flag => new Tree(ConfigNodeKind.Boolean, flag, [])),
            Gen.Constant(new Tree(ConfigNodeKind.Null, "null", []))
        );
        if (size <= 1)
        {
            return leaf;
        }

        var children = OfSize(size / 3).ListOf().Select(static list => list.Take(4).ToArray());
        var sequence = children.Select(static items => new Tree(
            ConfigNodeKind.Sequence,
            "",
            [.. items.Select(static item => new TreeMember("", item))]
        ));
        var mapping =
            from values in children
            from keys in text.ListOf(values.Length)
            select new Tree(
                ConfigNodeKind.Mapping,
                "",
                [.. keys.Zip(values, static (key, value) => new TreeMember(key, value)).DistinctBy(static member => member.Key)]
            );
        return Gen.OneOf(leaf, sequence, mapping);
    }

    private static string Mended(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public sealed record Noise(string Text);

    public sealed record TreeMember(string Key, Tree Value);

    public sealed record Tree(ConfigNodeKind Kind, string Text, IReadOnlyList<TreeMember> Members)
    {
        public void Write(ConfigWriter writer)
        {
            switch (Kind)
            {
                case ConfigNodeKind.Null:
                    writer.Null();
                    break;
                case ConfigNodeKind.Boolean:
                    writer.Boolean(Text == "true");
                    break;
                case ConfigNodeKind.Number:
                    writer.Number(Text);
                    break;
                case ConfigNodeKind.String:
                    writer.String(Text);
                    break;
                case ConfigNodeKind.Sequence:
                    writer.BeginSequence();
                    Members.ToList().ForEach(member => member.Value.Write(writer));
                    writer.EndSequence();
                    break;
                default:
                    writer.BeginMapping();
                    Members
                        .ToList()
                        .ForEach(member =>
                        {
                            writer.Key(member.Key);
                            member.Value.Write(writer);
                        });
                    writer.EndMapping();
                    break;
            }
        }

        public override string ToString() =>
            Kind switch
            {
                ConfigNodeKind.Number => "n" + Text,
                ConfigNodeKind.String => $"s\"{Text}\"",
                ConfigNodeKind.Sequence => $"[{string.Join(", ", Members.Select(static member => member.Value))}]",
                ConfigNodeKind.Mapping => $"{{{string.Join(", ", Members.Select(static member => $"{member.Key}: {member.Value}"))}}}",
                _ => Text,
            };
    }
}
