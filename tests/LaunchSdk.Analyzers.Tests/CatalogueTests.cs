using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Problems;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Tests;

public class CatalogueTests
{
    public static TheoryData<string> Ids => [.. ProblemRules.All.Select(rule => rule.Id)];

    [Fact]
    public void The_release_files_list_every_rule_as_the_catalogue_has_it()
    {
        var rows = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Repository.Combine("generators", "LaunchSdk.Analyzers", file)))
            .Where(line => line.StartsWith("LSDK", StringComparison.Ordinal));

        Assert.Equal(LaunchDiagnostics.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}"), rows);
    }

    [Fact]
    public void Ids_are_unique_and_ordered() =>
        Assert.Equal(
            ProblemRules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal),
            ProblemRules.All.Select(rule => rule.Id)
        );

    [Fact]
    public void The_catalogue_lists_every_rule_that_it_declares() =>
        Assert.Equal(
            typeof(ProblemRules)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(ProblemRule))
                .Select(property => ((ProblemRule)property.GetValue(null)!).Id)
                .Order(StringComparer.Ordinal),
            ProblemRules.All.Select(rule => rule.Id)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id)
    {
        var descriptor = LaunchDiagnostics.All.Single(rule => rule.Id == id);

        Assert.Equal($"https://github.com/launchsdk/launchsdk/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal(ProblemRules.All.Single(rule => rule.Id == id).Severity.ToString()[..4], descriptor.DefaultSeverity.ToString()[..4]);
    }
}
