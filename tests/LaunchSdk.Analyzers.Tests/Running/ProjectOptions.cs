using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>What MSBuild hands to the compiler: the kind of each file, and the visible properties.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            new()
            {
                ["build_property.RootNamespace"] = "Example",
                ["build_property.ProjectDir"] = "/project/",
                ["build_property.LaunchAllowedEnvironmentNames"] = "DATA, SCRATCH",
            }
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is ProjectFile { Kind: { } kind } ? new Options(new() { ["build_metadata.AdditionalFiles.LaunchSdkKind"] = kind }) : None;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
