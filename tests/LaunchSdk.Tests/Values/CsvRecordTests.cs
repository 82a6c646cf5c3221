using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class CsvRecordTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b,", "a|b|")]
    [InlineData(",", "|")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("a\r", "a")]
    [InlineData("a\r\r\nb", "a\r")]
    [InlineData("\r\n\n\ra", "\ra")]
    [InlineData("\"a\r\nb\"\r\nc", "a\nb")]
    [InlineData("\"a\n\nb\",c\nd", "a\n\nb|c")]
    [InlineData("\"a\"\r", "a")]
    [InlineData(" \t", " \t")]
    [InlineData("a,\"b\"\nrest \" ignored", "a|b")]
    public void The_first_record_is_read(string text, string fields)
    {
        Assert.True(CsvRecord.TryRead(text, "a record", out var read, out _));

        Assert.Equal(fields, string.Join("|", read.Select(field => field.Text)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\r\n\r", 0)]
    [InlineData("a\"b", 1)]
    [InlineData(" \"a\"", 1)]
    [InlineData("x,\"a\"b", 4)]
    [InlineData("x,\"a", 2)]
    [InlineData("\"", 0)]
    [InlineData("\"a\n", 0)]
    public void Misplaced_quotes_and_emptiness_are_refused(string text, int start)
    {
        Assert.False(CsvRecord.TryRead(text, "a record", out _, out var error));

        Assert.Equal(start, error.Range.Start);
    }

    [Fact]
    public void A_part_of_a_field_knows_where_it_stands()
    {
        Assert.True(CsvRecord.TryRead("a,\"b=cd\"", "a record", out var fields, out _));

        Assert.Equal(5, fields[1].Part(2, 4).Start);
        Assert.Equal("a,\"b=x\"", fields[1].Replaced("a,\"b=cd\"", 2, 4, "x"));
    }
}
