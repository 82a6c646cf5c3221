using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Tests;

public class CatalogueTests
{
    public static TheoryData<string> Ids => [.. ProblemRules.All.Select(rule => rule.Id)];

    [Fact]
    public void Ids_are_unique_and_ordered() =>
        Assert.Equal(
            ProblemRules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal),
            ProblemRules.All.Select(rule => rule.Id)
        );

    [Fact]
    public void The_catalogue_lists_every_rule_that_it_declares() =>
        Assert.Equal(
            typeof(Syntax)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(Syntax).Namespace && type.GetProperty(nameof(Syntax.Rule)) is not null)
                .Select(type => ((ProblemRule)type.GetProperty(nameof(Syntax.Rule))!.GetValue(null)!).Id)
                .Order(StringComparer.Ordinal),
            ProblemRules.All.Select(rule => rule.Id)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id)
    {
        var descriptor = Descriptors.All.Single(rule => rule.Id == id);

        Assert.Equal($"https://github.com/launchsdk/launchsdk/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal(ProblemRules.All.Single(rule => rule.Id == id).Severity.ToString()[..4], descriptor.DefaultSeverity.ToString()[..4]);
    }
}
