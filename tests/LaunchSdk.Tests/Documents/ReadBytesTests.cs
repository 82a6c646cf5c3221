using System.Text;
using LaunchSdk.Documents;

namespace LaunchSdk.Tests.Documents;

public sealed class ReadBytesTests
{
    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var document = ConfigDocument.ReadBytes([0xEF, 0xBB, 0xBF, .. "a: é"u8], ConfigFormat.Yaml, "q.yaml");

        Assert.Empty(document.Problems);
        Assert.Equal("a: é", document.Text);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_reported_with_their_place()
    {
        var document = ConfigDocument.ReadBytes([.. "a: é\nb: "u8, 0xE9, .. "t\nb: 2"u8], ConfigFormat.Yaml, "q.yaml");

        Assert.Equal("LSDK0001@2,4 LSDK0002@3,1", document.Places());
        Assert.Contains("0xe9", document.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF16_is_named()
    {
        var document = ConfigDocument.ReadBytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: 1")], ConfigFormat.Yaml, "q.yaml");

        Assert.Contains("UTF-16", Assert.Single(document.Problems).Message, StringComparison.Ordinal);
        Assert.False(document.HasRoot);
    }

    [Fact]
    public void A_huge_file_costs_nothing()
    {
        var bytes = new byte[100_000_000];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var document = ConfigDocument.ReadBytes(bytes, ConfigFormat.Json, "q.json");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        Assert.Equal("LSDK0014@1,1", document.Places());
    }

    [Fact]
    public void A_huge_text_is_refused()
    {
        var document = DocumentText.Json(new string(' ', 5_000_000));

        Assert.Equal("LSDK0014@1,1", document.Places());
    }

    [Theory]
    [InlineData("q.json", "a: 1", ConfigFormat.Json)]
    [InlineData("q.YML", "{}", ConfigFormat.Yaml)]
    [InlineData("-", " \n{", ConfigFormat.Json)]
    [InlineData("-", "[", ConfigFormat.Json)]
    [InlineData("-", "a: {}", ConfigFormat.Yaml)]
    [InlineData("-", "", ConfigFormat.Yaml)]
    public void The_format_follows_the_name_and_then_the_text(string path, string text, ConfigFormat expected) =>
        Assert.Equal(expected, ConfigFormats.Detect(path, text));

    [Fact]
    public void A_queue_of_25_options_takes_little_memory()
    {
        var text = $"{{{string.Join(", ", Enumerable.Range(0, 25).Select(static i => $"\"option-{i}\": [\"value-{i}\"]"))}}}";
        DocumentText.Json(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        DocumentText.Json(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000);
    }
}
