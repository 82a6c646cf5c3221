using System.Runtime.CompilerServices;
using LaunchSdk.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.Files;

/// <summary>
/// Parsed files, so that analyzers and generator read a text once. A document lives exactly as long as the compiler keeps the text.
/// </summary>
internal static class DocumentCache
{
    private static readonly ConditionalWeakTable<SourceText, ConfigDocument> Documents = new();

    /// <summary>The document of a file; null where the compiler cannot read it, which it reports itself.</summary>
    public static ConfigDocument? Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
        {
            return null;
        }

        if (!Documents.TryGetValue(text, out var document) || document.Path != file.Path)
        {
            cancellation.ThrowIfCancellationRequested();
            document = Read(text, file.Path);
            Documents.Remove(text);
            document = Documents.GetValue(text, _ => document);
        }

        return document;
    }

    private static ConfigDocument Read(SourceText text, string path)
    {
        var content = text.ToString();

        // The compiler makes do with what is no UTF-8. The bytes again, so that the same is said of it as at run time.
        return text.Encoding is { CodePage: not 65001 } encoding
            ? ConfigDocument.ReadBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(content)], path)
            : ConfigDocument.ReadDecoded(content, ConfigFormats.Detect(path, content), path);
    }
}
