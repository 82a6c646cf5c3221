using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Benchmarks.Generating;

/// <summary>What src/LaunchSdk's project file tells the generator.</summary>
internal sealed class ModelOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options Project = new("build_property.LaunchSdkEmit", "model");
    private static readonly Options Schema = new("build_metadata.AdditionalFiles.LaunchSdkKind", "schema");

    public override AnalyzerConfigOptions GlobalOptions => Project;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Project;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Schema;

    private sealed class Options(string name, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
        {
            found = key == name ? value : null;
            return found is not null;
        }
    }
}
