using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.Files;

/// <summary>What the project says beside its files.</summary>
/// <param name="Namespace">Namespace of generated members; empty for none.</param>
/// <param name="Directory">The project's folder with a separator at its end; empty where unknown.</param>
/// <param name="AllowedEnvironment">Environment variables that macros may read, with commas.</param>
internal sealed record ProjectSettings(string Namespace, string Directory, string AllowedEnvironment)
{
    /// <summary>The allowed environment variables, one by one.</summary>
    public string[] AllowedNames => [.. AllowedEnvironment.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)];

    /// <summary>Reads the properties that the package's targets make visible.</summary>
    public static ProjectSettings Read(AnalyzerConfigOptions options) =>
        new(
            NamespaceName.Of(Property(options, "LaunchNamespace") is { Length: > 0 } own ? own : Property(options, "RootNamespace")),
            Property(options, "ProjectDir"),
            Property(options, "LaunchAllowedEnvironmentNames")
        );

    /// <summary>A path as a person of the project names it: relative to its folder, with <c>/</c>.</summary>
    public string Relative(string path)
    {
        var from = Directory.Replace('\\', '/').TrimEnd('/').Split('/');
        var to = path.Replace('\\', '/').Split('/');
        var common = 0;
        while (common < Math.Min(from.Length, to.Length - 1) && from[common] == to[common])
        {
            common++;
        }

        // Nothing of the machine goes into the assembly: not the way to the project, nor to a file on another drive.
        var below = string.Join("/", to.Skip(common));
        return common > 0 ? string.Concat(Enumerable.Repeat("../", from.Length - common)) + below : to[to.Length - 1];
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
