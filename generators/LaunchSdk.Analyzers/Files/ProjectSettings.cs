using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Files;

/// <summary>What the project says beside its files.</summary>
/// <param name="RootNamespace">Namespace of generated members; empty for none.</param>
/// <param name="Directory">The project's folder with a separator at its end; empty where unknown.</param>
/// <param name="AllowedEnvironment">Environment variables that macros may read, with commas.</param>
internal sealed record ProjectSettings(string RootNamespace, string Directory, string AllowedEnvironment)
{
    /// <summary>The allowed environment variables, one by one.</summary>
    public string[] AllowedNames => [.. AllowedEnvironment.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)];

    /// <summary>Reads the properties that the package's targets make visible.</summary>
    public static ProjectSettings Read(AnalyzerConfigOptions options) => new(
        NamespaceName.Of(Property(options, "RootNamespace")),
        Property(options, "ProjectDir"),
        Property(options, "LaunchAllowedEnvironmentNames"));

    /// <summary>A path as a person of the project names it: relative to its folder, with <c>/</c>.</summary>
    public string Relative(string path)
    {
        var isBelow = Directory.Length > 0 && path.StartsWith(Directory, StringComparison.Ordinal);
        return isBelow ? path.Substring(Directory.Length).Replace('\\', '/').TrimStart('/') : path.Replace('\\', '/');
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
