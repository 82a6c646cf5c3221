namespace LaunchSdk.Docs.Tests;

/// <summary>What the packages' XML files say of public methods.</summary>
public sealed class PublicMethodTests
{
    [Theory]
    [InlineData("LaunchSdk", 400)]
    [InlineData("LaunchSdk.Docker", 150)]
    [InlineData("LaunchSdk.Agent", 60)]
    public void A_public_method_documents_its_parameters_and_its_result(string package, int atLeast)
    {
        var documentation = new ApiDocumentation(package);

        Assert.True(documentation.Methods.Count >= atLeast, $"{documentation.Methods.Count} methods were found in {package}");
        var missing = string.Join('\n', documentation.Methods.SelectMany(documentation.Missing));
        Assert.True(missing.Length == 0, missing);
    }
}
