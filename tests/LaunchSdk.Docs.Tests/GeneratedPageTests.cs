namespace LaunchSdk.Docs.Tests;

public class GeneratedPageTests
{
    [Fact]
    public void The_option_reference_is_the_option_table() => GeneratedFile.Match("docs/options.md", OptionReference.Render());

    [Fact]
    public void The_diagnostics_index_is_the_catalogue_of_rules() =>
        GeneratedFile.Match("docs/diagnostics/README.md", DiagnosticsIndex.Render());
}
