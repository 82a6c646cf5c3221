using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>An additional file of the project under test.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What it holds.</param>
/// <param name="kind"><c>queue</c>, <c>agent</c> or <c>job</c>; null for a file that is no configuration.</param>
internal sealed class ProjectFile(string path, SourceText text, string? kind = "queue") : AdditionalText
{
    public ProjectFile(string path, string text, string? kind = "queue")
        : this(path, SourceText.From(text), kind) { }

    public override string Path { get; } = path;

    public string? Kind { get; } = kind;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
