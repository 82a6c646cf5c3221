using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Files;

/// <summary>
/// Tells configuration from other additional files: by the item's metadata, which the package's targets set, never by name.
/// </summary>
internal static class ConfigFiles
{
    /// <summary>The metadata of the item, as the compiler hands it on.</summary>
    public const string KindOption = "build_metadata.AdditionalFiles.LaunchSdkKind";

    /// <summary>The file with its kind; null for a file of another purpose.</summary>
    public static ConfigFile? Find(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(text).TryGetValue(KindOption, out var word) && Kind(word) is { } kind ? new ConfigFile(text, kind) : null;

    private static ConfigFileKind? Kind(string word) =>
        word switch
        {
            "queue" => ConfigFileKind.Queue,
            "agent" => ConfigFileKind.Agent,
            "job" => ConfigFileKind.Job,
            _ => null,
        };
}
