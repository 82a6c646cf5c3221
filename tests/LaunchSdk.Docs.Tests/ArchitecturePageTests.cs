using System.Xml.Linq;
using LaunchSdk.Docs.Tests.Pages;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

public class ArchitecturePageTests
{
    private static readonly XDocument Targets = XDocument.Load(Repository.Combine("Directory.Build.targets"));
    private static readonly Page Architecture = Page.Read("docs/architecture.md");

    [Fact]
    public void The_page_has_the_layers_of_the_build()
    {
        var rules = Targets
            .Descendants("LayerRule")
            .Select(rule =>
                (Name: Value(rule, "Include"), Allowed: Value(rule, "Allowed").Split(';', StringSplitOptions.RemoveEmptyEntries))
            );

        foreach (var (name, allowed) in rules)
        {
            var row = Row($"| {name} |");

            Assert.Equal(
                allowed.Order(StringComparer.Ordinal),
                Cell(row, 2)
                    .Split(',')
                    .Select(text => text.Split('(')[0].Trim())
                    .Where(text => text != "nothing")
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void The_page_has_the_owners_of_the_packages()
    {
        foreach (var package in Targets.Descendants("PackageOwner"))
        {
            Assert.Equal(Value(package, "Owner"), Cell(Row(Value(package, "Include")), 2));
        }
    }

    private static string Row(string text) =>
        Architecture.Text.Split('\n').FirstOrDefault(line => line.StartsWith('|') && line.Contains(text, StringComparison.Ordinal))
        ?? throw new InvalidOperationException(
            $"docs/architecture.md has no row for {text.Trim('|', ' ')}, which Directory.Build.targets has."
        );

    private static string Cell(string row, int index) => row.Split('|')[index].Trim();

    private static string Value(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
