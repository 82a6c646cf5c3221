using System.Text.RegularExpressions;
using System.Xml.Linq;
using LaunchSdk.Docs.Tests.Pages;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests;

public partial class ArchitecturePageTests
{
    private const SearchOption AllFolders = SearchOption.AllDirectories;
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

    [Fact]
    public void The_page_has_the_folders_of_the_tool() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(ToolFolder, "*.cs", AllFolders)
                .Select(static file => Path.GetRelativePath(ToolFolder, file).Replace('\\', '/').Split('/'))
                .Where(static parts => parts.Length > 1)
                .Select(static parts => parts[0])
                .Distinct()
                .Order(StringComparer.Ordinal),
            ToolFolders().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_folder_of_the_tool_uses_folders_above_it_only()
    {
        var order = ToolFolders();
        foreach (var file in order.SelectMany(static name => Directory.EnumerateFiles(Path.Combine(ToolFolder, name), "*.cs", AllFolders)))
        {
            var path = Path.GetRelativePath(ToolFolder, file).Replace('\\', '/');
            var own = order.IndexOf(path.Split('/')[0]);

            Assert.All(
                UsingPattern().Matches(File.ReadAllText(file)),
                used => Assert.True(order.IndexOf(used.Groups[1].Value) < own, $"{path} has `{used.Value}`")
            );
        }
    }

    private static string ToolFolder => Repository.Combine("src", "LaunchSdk.Cli");

    private static List<string> ToolFolders() =>
        [
            .. Architecture
                .Text.Split("\n## LaunchSdk.Cli\n")[1]
                .Split("\n## ")[0]
                .Split('\n')
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(static line => line.Split('`')[1]),
        ];

    [GeneratedRegex(@"(?m)^using LaunchSdk\.Cli\.(\w+)[\w.]*;")]
    private static partial Regex UsingPattern();

    private static string Row(string text) =>
        Architecture.Text.Split('\n').FirstOrDefault(line => line.StartsWith('|') && line.Contains(text, StringComparison.Ordinal))
        ?? throw new InvalidOperationException(
            $"docs/architecture.md has no row for {text.Trim('|', ' ')}, which Directory.Build.targets has."
        );

    private static string Cell(string row, int index) => row.Split('|')[index].Trim();

    private static string Value(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
