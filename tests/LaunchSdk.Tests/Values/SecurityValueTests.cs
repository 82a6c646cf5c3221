using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class SecurityValueTests
{
    [Theory]
    [InlineData("SYS_PTRACE", "CAP_SYS_PTRACE")]
    [InlineData("CAP_NET_ADMIN", "CAP_NET_ADMIN")]
    [InlineData("cap_net_admin", "CAP_NET_ADMIN")]
    [InlineData("all", "ALL")]
    [InlineData("CAP_ALL", "CAP_ALL")]
    [InlineData("reset", "CAP_RESET")]
    [InlineData(" all", "CAP_ ALL")]
    [InlineData("", "CAP_")]
    [InlineData("\u017fys_admin", "CAP_SYS_ADMIN")]
    public void A_capability_is_sent_in_upper_case_with_its_prefix(string text, string name) =>
        Assert.Equal(name, GrammarProbe.Accept<Capability>(Capability.TryParse, text).NormalizedName);

    [Fact]
    public void Capabilities_have_names_in_code()
    {
        Assert.Equal("CAP_NET_ADMIN", Capability.NetAdmin.NormalizedName);
        Assert.Equal("ALL", Capability.All.NormalizedName);
        Assert.Contains("SYS_PTRACE", Capability.Names);
    }

    [Theory]
    [InlineData("no-new-privileges", "no-new-privileges", "")]
    [InlineData("no-new-privileges=", "no-new-privileges", "")]
    [InlineData("no-new-privileges:true", "no-new-privileges", "true")]
    [InlineData("seccomp=unconfined", "seccomp", "unconfined")]
    [InlineData("apparmor:unconfined", "apparmor", "unconfined")]
    [InlineData("label:user:USER", "label", "user:USER")]
    [InlineData("label=user:USER", "label", "user:USER")]
    [InlineData("a:b=c", "a:b", "c")]
    [InlineData("=x", "", "x")]
    [InlineData(":x", "", "x")]
    [InlineData("foo=bar", "foo", "bar")]
    public void A_security_option_is_a_key_and_a_value(string text, string key, string value)
    {
        var option = GrammarProbe.Accept<SecurityOption>(SecurityOption.TryParse, text);

        Assert.Equal((key, value), (option.Key, option.Value));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("label=", null)]
    [InlineData("foo:", null)]
    [InlineData("a:b=", null)]
    [InlineData("unconfined", null)]
    [InlineData("no-new-privilege", "no-new-privileges")]
    public void A_security_option_without_a_value_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<SecurityOption>(SecurityOption.TryParse, text).Suggestion);

    [Fact]
    public void Security_options_have_names_in_code()
    {
        Assert.Equal("seccomp=profile.json", SecurityOption.Seccomp("profile.json").Text);
        Assert.Equal("apparmor=unconfined", SecurityOption.AppArmor("unconfined").Text);
        Assert.Equal("label=disable", SecurityOption.Label("disable").Text);
        Assert.Equal("systempaths=unconfined", SecurityOption.SystemPathsUnconfined.Text);
    }
}
