using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Benchmarks.Generating;

/// <summary>One of the repository's schemas, read once as the compiler's server does.</summary>
internal sealed class SchemaFile(string path) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(File.ReadAllText(path));

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>All of them.</summary>
    public static AdditionalText[] All() =>
        [
            .. Directory
                .GetFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "schemas"))
                .Order(StringComparer.Ordinal)
                .Select(static path => new SchemaFile(path)),
        ];
}
