using System.Runtime.CompilerServices;
using LaunchSdk.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.Files;

/// <summary>Parsed files, so that analyzers and generator read a text once. A document lives exactly as long as the compiler keeps the text.</summary>
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
            var content = text.ToString();
            document = ConfigDocument.Read(content, ConfigFormats.Detect(file.Path, content), file.Path);
            Documents.Remove(text);
            document = Documents.GetValue(text, _ => document);
        }

        return document;
    }
}
