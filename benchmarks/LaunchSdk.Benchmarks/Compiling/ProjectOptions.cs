using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Benchmarks.Compiling;

/// <summary>What the package's targets tell the compiler: every additional file is a queue.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options Queue = new("build_metadata.AdditionalFiles.LaunchSdkKind", "queue");

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.RootNamespace", "Example");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Queue;

    private sealed class Options(string name, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
        {
            found = key == name ? value : null;
            return found is not null;
        }
    }
}
