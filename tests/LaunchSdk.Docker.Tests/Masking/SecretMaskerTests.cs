using System.Net;
using System.Text;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Docker.Tests.Masking;

public sealed class SecretMaskerTests
{
    private const string Secret = "s3cr3t/va+lue =ä\"x";

    private static readonly SecretMasker Masker = SecretMasker.Create([Secret]);

    [Fact]
    public void A_secret_is_hidden_wherever_it_stands() => Assert.Equal("a *** b *** c", Masker.Mask($"a {Secret} b {Secret} c"));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("user:")]
    public void A_secret_inside_of_base64_is_hidden_whatever_stands_before_it(string before)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Secret + "after"));

        var masked = Masker.Mask(text);

        Assert.Contains(SecretMasker.Replacement, masked, StringComparison.Ordinal);
        Assert.True(masked.Length < text.Length - 16, masked);
    }

    [Fact]
    public void A_secret_in_base64_for_addresses_is_hidden() =>
        Assert.Contains(
            SecretMasker.Replacement,
            Masker.Mask(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Replace('+', '-').Replace('/', '_')),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_secret_in_an_address_is_hidden_however_it_is_encoded()
    {
        string[] encoded =
        [
            Uri.EscapeDataString(Secret),
            Uri.EscapeDataString(Secret).ToLowerInvariant(),
            WebUtility.UrlEncode(Secret),
            Uri.EscapeDataString(Secret).Replace("%2F", "/", StringComparison.Ordinal),
        ];

        Assert.All(encoded, text => Assert.Equal("?a=***&b", Masker.Mask($"?a={text}&b")));
    }

    [Fact]
    public void A_secret_in_json_is_hidden() =>
        Assert.Equal("{\"key\":\"***\"}", Masker.Mask($"{{\"key\":{System.Text.Json.JsonSerializer.Serialize(Secret)}}}"));

    [Fact]
    public void Secrets_that_overlap_are_hidden_whole() =>
        Assert.Equal("***!", SecretMasker.Create(["abcdef", "defghi"]).Mask("abcdefghi!"));

    [Fact]
    public void Of_two_secrets_that_begin_alike_the_longer_is_hidden() =>
        Assert.Equal("*** ***e!", SecretMasker.Create(["abcd", "abcdefgh"]).Mask("abcdefgh abcde!"));

    [Fact]
    public void Each_line_of_a_private_key_is_hidden() =>
        Assert.Equal(
            "***\n--\n***",
            SecretMasker.Create(["first line of it\nsecond line of it\n"]).Mask("first line of it\n--\nsecond line of it")
        );

    [Fact]
    public void A_secret_too_short_to_look_for_is_left_alone() => Assert.True(SecretMasker.Create(["on", "1"]).IsEmpty);

    [Theory]
    [InlineData("WANDB_API_KEY")]
    [InlineData("DB_PASSWORD")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("splunk-token")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public void A_name_that_looks_secret_is_known(string name) => Assert.True(SecretNames.LooksSecret(name));

    [Theory]
    [InlineData("PWD")]
    [InlineData("PATH")]
    [InlineData("TOKEN_FILE")]
    [InlineData("TOKENIZERS_PARALLELISM")]
    [InlineData("MONKEY")]
    public void A_name_that_does_not_hold_a_secret_is_not_taken_for_one(string name) => Assert.False(SecretNames.LooksSecret(name));
}
