using System.Net;
using FsCheck.Xunit;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class AddressValueTests
{
    [Theory]
    [InlineData("8.8.8.8", "8.8.8.8")]
    [InlineData(" 8.8.8.8\t", "8.8.8.8")]
    [InlineData("\u00a08.8.8.8\u3000", "8.8.8.8")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("1::", "1::")]
    [InlineData("2001:DB8:0:0:0:0:0:68", "2001:db8::68")]
    [InlineData("2001:0db8::0001", "2001:db8::1")]
    [InlineData("1:0:0:2:0:0:0:3", "1:0:0:2::3")]
    [InlineData("1:0:0:2:3:0:0:4", "1::2:3:0:0:4")]
    [InlineData("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8")]
    [InlineData("::ffff:102:304", "1.2.3.4")]
    [InlineData("::ffff:1.2.3.4", "1.2.3.4")]
    [InlineData("::1.2.3.4", "::102:304")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    [InlineData("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304")]
    public void An_address_is_sent_in_canonical_form(string text, string normalized) =>
        Assert.Equal(normalized, GrammarProbe.Accept<IpAddressValue>(IpAddressValue.TryParse, text).Normalized);

    [Theory]
    [InlineData("", null)]
    [InlineData("abc", null)]
    [InlineData("8.8.8", null)]
    [InlineData("8.8.8.8.8", null)]
    [InlineData("8.8.8.256", null)]
    [InlineData(".8.8.8", null)]
    [InlineData("8..8.8", null)]
    [InlineData("8.8.8.", null)]
    [InlineData("0x8.8.8.8", null)]
    [InlineData("134744072", null)]
    [InlineData(":", null)]
    [InlineData(":1", null)]
    [InlineData("1:", null)]
    [InlineData(":::", null)]
    [InlineData("1::2::3", null)]
    [InlineData("1:2:3:4:5:6:7", null)]
    [InlineData("1:2:3:4:5:6:7:8:9", null)]
    [InlineData("1:2:3:4:5:6:7:8::", null)]
    [InlineData("1::2:3:4:5:6:7:8", null)]
    [InlineData("12345::", null)]
    [InlineData("::1.2.3", null)]
    [InlineData("1.2.3.4::", null)]
    [InlineData("8.8.8.8:53", null)]
    [InlineData("\u0668.8.8.8", null)]
    [InlineData("010.1.1.1", "10.1.1.1")]
    [InlineData("8.8.8.00", "8.8.8.0")]
    [InlineData("[::1]", "::1")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("[::1]:53", "::1")]
    public void What_is_no_address_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<IpAddressValue>(IpAddressValue.TryParse, text).Suggestion);

    [Fact]
    public void An_empty_address_is_unset_where_one_is_taken()
    {
        Assert.True(IpAddressValue.TryParseOptional("", out var unset, out _));
        Assert.True(IpAddressValue.TryParseOptional(" 10.0.0.1 ", out var set, out _));

        Assert.Equal((true, ""), (unset.IsUnset, unset.Normalized));
        Assert.Equal((false, "10.0.0.1"), (set.IsUnset, set.Normalized));
        Assert.False(IpAddressValue.TryParseOptional("10.0.0.1/24", out _, out var error));
        Assert.Equal("10.0.0.1", error.Suggestion);
    }

    [Property]
    public bool Every_IPv4_address_is_read_back(uint bits)
    {
        var address = new IPAddress(bits);

        return IpAddressValue.From(address) is { IsIPv4: true } value && value.Normalized == address.ToString();
    }

    [Property]
    public bool Every_IPv6_address_is_read_back(ulong high, ulong low)
    {
        // Small groups, so that runs of zeros occur.
        var bytes = BitConverter
            .GetBytes(high & 0x0001_0000_ff00_0001)
            .Concat(BitConverter.GetBytes(low & 0x8000_0000_0000_00ff))
            .ToArray();
        bytes[0] = 0x20;
        var value = IpAddressValue.From(new IPAddress(bytes));

        return !value.IsIPv4
            && IPAddress.Parse(value.Normalized).Equals(new IPAddress(bytes))
            && IpAddressValue.Parse(value.Normalized).Normalized == value.Normalized;
    }

    [Theory]
    [InlineData("")]
    [InlineData("92:d0:c6:0a:29:33")]
    [InlineData("92:D0:C6:0A:29:33")]
    [InlineData("92-d0-c6-0a-29-33")]
    [InlineData("92d0.c60a.2933")]
    [InlineData(" 92:d0:c6:0a:29:33 ")]
    [InlineData("02:00:5e:10:00:00:00:01")]
    [InlineData("0200.5e10.0000.0001")]
    [InlineData("00:00:00:00:fe:80:00:00:00:00:00:00:02:00:5e:10:00:00:00:01")]
    [InlineData("0000.0000.fe80.0000.0000.0000.0200.5e10.0000.0001")]
    [InlineData("92d0c60a2933")]
    [InlineData("02005E1000000001")]
    [InlineData("00000000fe8000000000000002005e1000000001")]
    public void A_MAC_address_has_six_eight_or_twenty_bytes(string text) => GrammarProbe.Accept<MacAddress>(MacAddress.TryParse, text);

    [Theory]
    [InlineData("", "")]
    [InlineData(" 92-D0-C6-0A-29-33 ", "92:d0:c6:0a:29:33")]
    [InlineData("92D0.C60A.2933", "92:d0:c6:0a:29:33")]
    [InlineData("02005E1000000001", "02:00:5e:10:00:00:00:01")]
    public void A_MAC_address_is_sent_in_lower_case_with_colons(string text, string sent) =>
        Assert.Equal(sent, MacAddress.Parse(text).Normalized);

    [Theory]
    [InlineData(" ", null)]
    [InlineData("zz:d0:c6:0a:29:33", null)]
    [InlineData("92:d0:c6:0a:29", null)]
    [InlineData("92:d0:c6:0a:29:33:", "92:d0:c6:0a:29:33")]
    [InlineData("92:d0:c6:0a:29:33:11", null)]
    [InlineData("92:d0-c6:0a:29:33", "92:d0:c6:0a:29:33")]
    [InlineData("92d0 c60a 2933", "92:d0:c6:0a:29:33")]
    [InlineData("92d0c60a29330", null)]
    [InlineData("92:d0:c6:a:29:33", null)]
    [InlineData("92d0:c60a:2933", "92:d0:c6:0a:29:33")]
    public void Another_MAC_address_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<MacAddress>(MacAddress.TryParse, text).Suggestion);

    [Theory]
    [InlineData(".", ".")]
    [InlineData(" . ", ".")]
    [InlineData("a", "a")]
    [InlineData("example.com", "example.com")]
    [InlineData("example.com.", "example.com")]
    [InlineData(" example.com ", "example.com")]
    [InlineData("example.com\t\r\n", "example.com")]
    [InlineData("example.com. \t", "example.com")]
    [InlineData("foo-1.bar--2.baz", "foo-1.bar--2.baz")]
    [InlineData("1.a", "1.a")]
    [InlineData("::a:.:b", "::a:.:b")]
    public void A_search_domain_is_sent_without_its_last_dot(string text, string domain) =>
        Assert.Equal(domain, GrammarProbe.Accept<DnsSearchDomain>(DnsSearchDomain.TryParse, text).Domain);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1.2.3.4")]
    [InlineData("-foo.bar")]
    [InlineData("foo-.bar")]
    [InlineData(".foo")]
    [InlineData("foo..bar")]
    [InlineData("foo..")]
    [InlineData("foo bar")]
    [InlineData("\tfoo")]
    [InlineData("foo_bar")]
    [InlineData("f\u00f6\u00f6")]
    [InlineData("foo\v")]
    [InlineData(":::a")]
    [InlineData("a:")]
    [InlineData("a.:")]
    public void What_is_no_domain_is_refused(string text) => GrammarProbe.Refuse<DnsSearchDomain>(DnsSearchDomain.TryParse, text);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void A_search_domain_has_less_than_255_characters(int length, bool isAccepted) =>
        Assert.Equal(isAccepted, DnsSearchDomain.TryParse(new string('a', length) + ".", out _, out _));
}
