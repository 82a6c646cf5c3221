using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class ModeValueTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("no", "no", 0)]
    [InlineData("always", "always", 0)]
    [InlineData("unless-stopped", "unless-stopped", 0)]
    [InlineData("on-failure", "on-failure", 0)]
    [InlineData("on-failure:", "on-failure", 0)]
    [InlineData("on-failure:3", "on-failure", 3)]
    [InlineData("on-failure:+2", "on-failure", 2)]
    [InlineData("on-failure:-1", "on-failure", -1)]
    [InlineData("on-failure:010", "on-failure", 10)]
    [InlineData("always:3", "always", 3)]
    [InlineData("sometimes", "sometimes", 0)]
    [InlineData("ALWAYS", "ALWAYS", 0)]
    public void A_restart_policy_is_a_name_and_a_count(string text, string name, long count)
    {
        var policy = GrammarProbe.Accept<RestartPolicy>(RestartPolicy.TryParse, text);

        Assert.Equal((name, count), (policy.Name, policy.MaximumRetryCount));
    }

    [Theory]
    [InlineData(":", null)]
    [InlineData(":3", "on-failure:3")]
    [InlineData("on-failure:1.5", null)]
    [InlineData("on-failure:0x3", null)]
    [InlineData("on-failure:1_0", "on-failure:10")]
    [InlineData("on-failure: 3", "on-failure:3")]
    [InlineData("on-failure:3:4", null)]
    [InlineData("on-failure:9223372036854775808", null)]
    public void A_count_that_is_no_number_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<RestartPolicy>(RestartPolicy.TryParse, text).Suggestion);

    [Fact]
    public void Only_no_and_unset_never_restart()
    {
        Assert.True(RestartPolicy.No.IsNone);
        Assert.True(RestartPolicy.Parse("").IsNone);
        Assert.False(RestartPolicy.Always.IsNone);
        Assert.False(RestartPolicy.UnlessStopped.IsNone);
        Assert.False(RestartPolicy.Parse("sometimes").IsNone);
        Assert.Equal("on-failure:3", RestartPolicy.OnFailure(3).Text);
        Assert.Equal("on-failure", RestartPolicy.OnFailure().Text);
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("host", true, null)]
    [InlineData("container:a", true, null)]
    [InlineData("container::", true, null)]
    [InlineData("container:", false, null)]
    [InlineData("container", false, null)]
    [InlineData("HOST", false, "host")]
    [InlineData("Container:a", false, "container:a")]
    [InlineData("private", false, null)]
    [InlineData(" host", false, "host")]
    public void A_PID_mode_is_host_or_a_container(string text, bool isAccepted, string? suggestion)
    {
        Assert.Equal(isAccepted, PidMode.TryParse(text, out _, out var error));
        Assert.Equal(suggestion, error?.Suggestion);
    }

    [Fact]
    public void A_PID_mode_names_the_container_that_it_shares()
    {
        Assert.Equal("web", PidMode.Container("web").SharedContainer);
        Assert.Null(PidMode.Host.SharedContainer);
        Assert.Throws<FormatException>(() => PidMode.Container(""));
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("host", true, null)]
    [InlineData("Host", false, "host")]
    [InlineData("hots", false, "host")]
    [InlineData("private", false, null)]
    public void UTS_and_user_namespaces_are_host_or_unset(string text, bool isAccepted, string? suggestion)
    {
        Assert.Equal(isAccepted, UtsMode.TryParse(text, out _, out var utsError));
        Assert.Equal(isAccepted, UsernsMode.TryParse(text, out _, out var usernsError));
        Assert.Equal((suggestion, suggestion), (utsError?.Suggestion, usernsError?.Suggestion));
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("host", true, null)]
    [InlineData("private", true, null)]
    [InlineData("Private", false, "private")]
    [InlineData("shared", false, null)]
    public void A_cgroup_namespace_is_host_or_private(string text, bool isAccepted, string? suggestion)
    {
        Assert.Equal(isAccepted, CgroupnsMode.TryParse(text, out _, out var error));
        Assert.Equal(suggestion, error?.Suggestion);
    }

    [Theory]
    [InlineData("", true, null)]
    [InlineData("always", true, null)]
    [InlineData("missing", true, null)]
    [InlineData("never", true, null)]
    [InlineData("ALWAYS", false, "always")]
    [InlineData("nevr", false, "never")]
    [InlineData("true", false, null)]
    public void A_pull_policy_is_one_of_three(string text, bool isAccepted, string? suggestion)
    {
        Assert.Equal(isAccepted, Pull.TryParse(text, out _, out var error));
        Assert.Equal(suggestion, error?.Suggestion);
    }

    [Theory]
    [InlineData("stdin", "stdin")]
    [InlineData("STDOUT", "stdout")]
    [InlineData("StdErr", "stderr")]
    [InlineData("std\u0130n", "stdin")]
    public void A_stream_is_named_in_any_case(string text, string name) =>
        Assert.Equal(name, GrammarProbe.Accept<AttachStream>(AttachStream.TryParse, text).Name);

    [Theory]
    [InlineData("", null)]
    [InlineData("1", null)]
    [InlineData("stdou", "stdout")]
    [InlineData(" stdin", "stdin")]
    public void Another_stream_is_refused(string text, string? suggestion) =>
        Assert.Equal(suggestion, GrammarProbe.Refuse<AttachStream>(AttachStream.TryParse, text).Suggestion);
}
