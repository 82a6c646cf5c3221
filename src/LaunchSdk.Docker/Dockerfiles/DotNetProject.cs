using System.Xml;
using System.Xml.Linq;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds the .NET project of a source and reads what its image needs to know.</summary>
internal static class DotNetProject
{
    private const string WebSdk = "Microsoft.NET.Sdk.Web";

    private static readonly SourcePath SharedProperties = SourcePath.Parse("Directory.Build.props");

    /// <summary>The project; null where there is none, or a problem was found.</summary>
    public static DotNetRuntime? Find(SourceFiles files, IReadOnlyList<string> entryPoint, List<string> problems)
    {
        var named = entryPoint.Where(static word => word.EndsWith("proj", StringComparison.Ordinal)).ToList();
        var found = named.Count > 0 ? named : [.. files.RootFiles("*.csproj"), .. files.RootFiles("*.fsproj")];
        if (found.Count > 1)
        {
            problems.Add(
                $"the source has more than one .NET project ({string.Join(", ", found)}): name one in the entry point, for example [\"dotnet\", \"run\", \"--project\", \"{found[0]}\"]"
            );
        }

        if (found.Count != 1)
        {
            return null;
        }

        if (!SourcePath.TryParse(found[0], out var path, out var error))
        {
            problems.Add(error.Message);
            return null;
        }

        return Read(files, path, problems);
    }

    private static DotNetRuntime? Read(SourceFiles files, SourcePath path, List<string> problems)
    {
        try
        {
            var project = Parse(files.ReadRequired(path));
            var framework =
                Property(project, "TargetFramework")
                ?? Property(project, "TargetFrameworks")
                ?? (files.Read(SharedProperties) is { } shared ? Property(Parse(shared), "TargetFramework") : null);
            var version = (framework ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(static name => DotNetVersion.TryParse(name, out var version, out _) ? version : null)
                .OfType<DotNetVersion>()
                .MaxBy(static version => (version.Major, version.Minor));
            if (version is null)
            {
                problems.Add(
                    $"{path}: its target framework '{framework}' is not one that a .NET image runs: write for example <TargetFramework>net8.0</TargetFramework>"
                );
                return null;
            }

            var name = Property(project, "AssemblyName") ?? Path.GetFileNameWithoutExtension(path.Name);
            return new DotNetRuntime(
                version,
                path,
                name.Contains("$(", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(path.Name) : name,
                project.Attribute("Sdk")?.Value == WebSdk
            );
        }
        catch (XmlException e)
        {
            problems.Add($"{path}: not XML: {e.Message}");
            return null;
        }
    }

    private static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }

    private static string? Property(XElement project, string name) =>
        project
            .Elements()
            .Where(static group => group.Name.LocalName == "PropertyGroup")
            .Elements()
            .FirstOrDefault(property => property.Name.LocalName == name)
            ?.Value.Trim()
            is { Length: > 0 } value
            ? value
            : null;
}
