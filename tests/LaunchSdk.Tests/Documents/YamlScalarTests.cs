namespace LaunchSdk.Tests.Documents;

/// <summary>The core schema of YAML 1.2, and what PyYAML 6 (YAML 1.1) makes of the same scalars.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("~", "null", false)]
    [InlineData("null", "null", false)]
    [InlineData("Null", "null", false)]
    [InlineData("NULL", "null", false)]
    [InlineData("nULL", "s\"nULL\"", false)]
    [InlineData("True", "true", false)]
    [InlineData("FALSE", "false", false)]
    [InlineData("tRUE", "s\"tRUE\"", false)]
    [InlineData("yes", "s\"yes\"", true)]
    [InlineData("No", "s\"No\"", true)]
    [InlineData("on", "s\"on\"", true)]
    [InlineData("OFF", "s\"OFF\"", true)]
    [InlineData("y", "s\"y\"", true)]
    [InlineData("N", "s\"N\"", true)]
    [InlineData("nO", "s\"nO\"", false)]
    [InlineData("12", "n12", false)]
    [InlineData("-12", "n-12", false)]
    [InlineData("+12", "n+12", false)]
    [InlineData("0", "n0", false)]
    [InlineData("0777", "n0777", true)]
    [InlineData("08", "n08", true)]
    [InlineData("0o17", "n0o17", true)]
    [InlineData("0x1F", "n0x1F", false)]
    [InlineData("-0x1F", "s\"-0x1F\"", true)]
    [InlineData("0b11", "s\"0b11\"", true)]
    [InlineData("1_000", "s\"1_000\"", true)]
    [InlineData("22:22", "s\"22:22\"", true)]
    [InlineData("8080:80", "s\"8080:80\"", false)]
    [InlineData("1:30.5", "s\"1:30.5\"", true)]
    [InlineData("1.5", "n1.5", false)]
    [InlineData("1.", "n1.", false)]
    [InlineData(".5", "n.5", false)]
    [InlineData("-.5", "n-.5", true)]
    [InlineData("1e3", "n1e3", true)]
    [InlineData("1.5e3", "n1.5e3", true)]
    [InlineData("1.5e+3", "n1.5e+3", false)]
    [InlineData(".inf", "n.inf", false)]
    [InlineData("-.INF", "n-.INF", false)]
    [InlineData(".nan", "n.nan", false)]
    [InlineData("+.nan", "s\"+.nan\"", false)]
    [InlineData("2024-01-01", "s\"2024-01-01\"", true)]
    [InlineData("2024-1-1 12:30:00", "s\"2024-1-1 12:30:00\"", true)]
    [InlineData("2024-01-01T12:30:00.5Z", "s\"2024-01-01T12:30:00.5Z\"", true)]
    [InlineData("2024-1-1", "s\"2024-1-1\"", false)]
    [InlineData("=", "s\"=\"", true)]
    [InlineData("<<", "s\"<<\"", true)]
    [InlineData("512m", "s\"512m\"", false)]
    [InlineData("1.2.3", "s\"1.2.3\"", false)]
    [InlineData("'yes'", "s\"yes\"", false)]
    [InlineData("\"12\"", "s\"12\"", false)]
    [InlineData("!!str no", "s\"no\"", false)]
    public void Scalars_are_what_the_core_schema_says(string scalar, string expected, bool isAmbiguous)
    {
        var value = DocumentText.Yaml($"- {scalar}").Root.Items.First();

        Assert.Equal(expected, value.Show());
        Assert.Equal(isAmbiguous, value.IsAmbiguous);
    }
}
