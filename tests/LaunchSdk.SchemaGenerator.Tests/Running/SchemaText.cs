using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>A schema handed to the generator.</summary>
internal sealed class SchemaText(string path, string text, string? kind = "schema") : AdditionalText
{
    public override string Path { get; } = path;

    /// <summary>Value of the item's metadata <c>LaunchSdkKind</c>.</summary>
    public string? Kind { get; } = kind;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
