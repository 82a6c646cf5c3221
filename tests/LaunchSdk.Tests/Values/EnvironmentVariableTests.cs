using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class EnvironmentVariableTests
{
    [Theory]
    [InlineData("A=1", "A", "1")]
    [InlineData("A=", "A", "")]
    [InlineData("A", "A", null)]
    [InlineData(" FOO=bar", " FOO", "bar")]
    [InlineData("A=b=c", "A", "b=c")]
    [InlineData("#FOO=bar", "#FOO", "bar")]
    [InlineData("ключ=значение", "ключ", "значение")]
    [InlineData("ML=line1\r\nline2", "ML", "line1\r\nline2")]
    [InlineData("Q=\"quoted value\"", "Q", "\"quoted value\"")]
    [InlineData(" ", " ", null)]
    public void A_name_and_its_value_are_split_at_the_first_sign(string text, string name, string? value)
    {
        Assert.True(EnvironmentVariable.TryParse(text, out var variable, out _));

        Assert.Equal(name, variable.Name);
        Assert.Equal(value, variable.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=x")]
    public void A_variable_without_a_name_is_refused(string text)
    {
        Assert.False(EnvironmentVariable.TryParse(text, out _, out var error));

        Assert.Contains("write a name first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_has_no_name_before_it_is_filled_in()
    {
        EnvironmentVariable variable = "${name}=1";

        Assert.True(variable.IsTemplate);
        Assert.Throws<InvalidOperationException>(() => variable.Name);
    }

    [Fact]
    public void Factories_write_what_docker_reads()
    {
        Assert.Equal("A=x y", EnvironmentVariable.Set("A", "x y").Text);
        Assert.Equal("HOME", EnvironmentVariable.Pass("HOME").Text);
        Assert.Throws<ArgumentException>(() => EnvironmentVariable.Set("A=B", "1"));
        Assert.Throws<ArgumentException>(() => EnvironmentVariable.Pass("A=B"));
    }
}
