using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>What MSBuild tells the generator: <c>LaunchSdkEmit</c>, and the kind of each file.</summary>
internal sealed class ProjectOptions(string? emit) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.LaunchSdkEmit", emit);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options("", null);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options("build_metadata.AdditionalFiles.LaunchSdkKind", (textFile as SchemaText)?.Kind);

    private sealed class Options(string name, string? value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
        {
            found = key == name ? value : null;
            return found is not null;
        }
    }
}
