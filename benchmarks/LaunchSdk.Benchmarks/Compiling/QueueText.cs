using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Benchmarks.Compiling;

/// <summary>A queue file as the compiler hands it to analyzers; another instance is an edited file.</summary>
internal sealed class QueueText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
