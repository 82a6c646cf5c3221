using FsCheck;
using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("512", 512)]
    [InlineData("100b", 100)]
    [InlineData("100B", 100)]
    [InlineData("64k", 65536)]
    [InlineData("64kb", 65536)]
    [InlineData("64KiB", 65536)]
    [InlineData("64 KiB", 65536)]
    [InlineData("16g", 17179869184)]
    [InlineData("16 GB", 17179869184)]
    [InlineData("2t", 2199023255552)]
    [InlineData("1p", 1125899906842624)]
    [InlineData(".5g", 536870912)]
    [InlineData("1.g", 1073741824)]
    [InlineData("007m", 7340032)]
    [InlineData("+1m", 1048576)]
    [InlineData("-0", 0)]
    [InlineData("5 ", 5)]
    [InlineData("1_000", 1000)]
    [InlineData("1_0.5_0k", 10752)]
    [InlineData("1e9", 1000000000)]
    [InlineData("1E+3k", 1024000)]
    [InlineData("1e1_0", 10000000000)]
    [InlineData("1e-400g", 0)]
    [InlineData("0e99999999999g", 0)]
    [InlineData("0.1", 0)]
    [InlineData("1.9b", 1)]
    [InlineData("0x1p4", 16)]
    [InlineData("0X1P4k", 16384)]
    [InlineData("0x.8p1", 1)]
    [InlineData("0x_1p-10g", 1048576)]
    [InlineData("0x1ffffffffffffffffp-60", 32)]
    [InlineData("5\u212a", 5120)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("9223372036854775807", long.MinValue)]
    [InlineData("9223372036854774784", 9223372036854774784)]
    [InlineData("99999p", long.MinValue)]
    [InlineData("1e300p", long.MinValue)]
    [InlineData("inf b", long.MinValue)]
    [InlineData("Infinity ", long.MinValue)]
    [InlineData("NaN ", long.MinValue)]
    public void A_size_is_read_as_docker_reads_it(string text, long bytes)
    {
        var size = GrammarProbe.Accept<ByteSize>(ByteSize.TryParse, text);

        Assert.Equal(bytes, size.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("abc")]
    [InlineData("inf")]
    [InlineData("-inf b")]
    [InlineData("+nan ")]
    [InlineData("infinit ")]
    [InlineData("-1")]
    [InlineData("50%")]
    [InlineData("1e400")]
    [InlineData("1e")]
    [InlineData("1e+g")]
    [InlineData("0x1p99999")]
    [InlineData("1__0")]
    [InlineData("1_.5g")]
    [InlineData("_1")]
    [InlineData("1_g")]
    [InlineData("\u0665g")]
    [InlineData("5e")]
    [InlineData("5k\u0130b")]
    [InlineData("5\u212ab")]
    [InlineData("5kbi")]
    [InlineData("5\tm")]
    [InlineData("1 2m")]
    [InlineData("a128m")]
    public void What_docker_refuses_is_refused(string text) => GrammarProbe.Refuse<ByteSize>(ByteSize.TryParse, text);

    [Theory]
    [InlineData("512mb2", "512m")]
    [InlineData("5bb", "5b")]
    [InlineData("5mibs", "5m")]
    [InlineData("2 gigabytes", "2g")]
    [InlineData(" 5m", "5m")]
    [InlineData("5  m", "5m")]
    [InlineData("1,5g", "1.5g")]
    [InlineData("0x10", "16")]
    [InlineData("1,000m", null)]
    [InlineData("50%", null)]
    [InlineData("-1", null)]
    public void A_refused_size_comes_with_what_was_meant(string text, string? suggestion)
    {
        var error = GrammarProbe.Refuse<ByteSize>(ByteSize.TryParse, text);

        Assert.Equal(suggestion, error.Suggestion);
    }

    [Fact]
    public void The_error_names_the_value_the_rule_and_the_way_out()
    {
        var error = GrammarProbe.Refuse<ByteSize>(ByteSize.TryParse, "512mb2");

        Assert.Equal("'512mb2' is not a docker size (a number and b, k, m, g, t or p): write 512m", error.Message);
    }

    [Fact]
    public void Factories_write_the_shortest_text()
    {
        Assert.Equal("16g", ByteSize.FromGibibytes(16).Text);
        Assert.Equal("1.5g", ByteSize.FromGibibytes(1.5).Text);
        Assert.Equal("512m", ByteSize.FromMebibytes(512).Text);
        Assert.Equal("64k", ByteSize.FromKibibytes(64).Text);
        Assert.Equal("2t", ByteSize.FromTebibytes(2).Text);
        Assert.Equal("16g", ByteSize.FromBytes(17179869184).Text);
        Assert.Equal("1000", ByteSize.FromBytes(1000).Text);
        Assert.Equal("0", ByteSize.FromBytes(0).Text);
    }

    [Fact]
    public void Text_and_numbers_convert()
    {
        ByteSize text = "16g";
        ByteSize number = 1024;

        Assert.Equal(17179869184, text.Bytes);
        Assert.Equal("1k", number.Text);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9007199254740993)]
    [InlineData(long.MaxValue)]
    public void A_number_that_docker_cannot_count_is_refused(long bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromBytes(bytes));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e30)]
    public void A_number_that_is_no_size_is_refused(double gibibytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromGibibytes(gibibytes));

    [Fact]
    public void A_template_has_no_bytes_yet()
    {
        ByteSize size = "{{memory}}";

        Assert.True(size.IsTemplate);
        Assert.Throws<InvalidOperationException>(() => size.Bytes);
    }

    [Fact]
    public void A_bad_constant_throws_with_the_reason() =>
        Assert.Contains("write 512m", Assert.Throws<FormatException>(() => (ByteSize)"512mb2").Message, StringComparison.Ordinal);

    [Property]
    public bool A_number_of_bytes_is_read_back(PositiveInt megabytes, NonNegativeInt rest)
    {
        var size = ByteSize.FromBytes(((long)megabytes.Get * 1024 * 1024) + rest.Get);

        return ByteSize.TryParse(size.Text, out var read, out _) && read.Bytes == size.Bytes && read.Equals(size);
    }

    [Property]
    public bool A_number_of_gibibytes_is_read_back(NormalFloat number)
    {
        var gibibytes = Math.Abs(number.Get) % 1e9;
        var size = ByteSize.FromGibibytes(gibibytes);

        return size.Bytes == (long)(gibibytes * 1024 * 1024 * 1024);
    }

    [Fact]
    public void A_plain_size_costs_the_value_object_alone()
    {
        var isWarm = ByteSize.TryParse("16g", out var value, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var isAccepted = ByteSize.TryParse("16g", out value, out _);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 48);
        Assert.True(isWarm && isAccepted);
        GC.KeepAlive(value);
    }

    [Fact]
    public void The_parameter_of_a_refused_size_is_the_callers()
    {
        Assert.Equal("bytes", Refused(() => ByteSize.FromBytes(-1)));
        Assert.Equal("kibibytes", Refused(() => ByteSize.FromKibibytes(-1)));
        Assert.Equal("mebibytes", Refused(() => ByteSize.FromMebibytes(-1)));
        Assert.Equal("gibibytes", Refused(() => ByteSize.FromGibibytes(double.NaN)));
        Assert.Equal("tebibytes", Refused(() => ByteSize.FromTebibytes(1e30)));

        static string? Refused(Func<ByteSize> make) => Assert.Throws<ArgumentOutOfRangeException>(make).ParamName;
    }
}
