namespace LaunchSdk.Package.Tests;

/// <summary>An empty console project that references the package, as a user's would.</summary>
internal sealed class ConsumerProject
{
    private readonly PackedLibrary _library;

    public ConsumerProject(PackedLibrary library, string properties = "")
    {
        _library = library;
        Folder = Directory.CreateDirectory(Path.Combine(library.Folder, "consumers", Guid.NewGuid().ToString("N"))).FullName;
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Example</RootNamespace>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestorePackagesPath>{library.Folder}/packages</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{library.Feed}</RestoreAdditionalProjectSources>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="LaunchSdk" Version="{library.Version}" />
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", "Console.WriteLine(42);");
    }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>Writes a file of the project.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Builds; lines about the package's own place and the project's end are cut off.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Problems)> BuildAsync(params string[] arguments)
    {
        var (exitCode, output) = await DotNet.RunAsync(Folder, ["build", "--verbosity", "quiet", "-p:UseSharedCompilation=false", .. arguments]);
        var problems = output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => line[..(line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var end ? end : line.Length)].Trim().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Distinct()
            .ToArray();
        return (exitCode, problems);
    }

    /// <summary>Runs what was built.</summary>
    public async Task<string> RunAsync() => (await DotNet.RunAsync(Folder, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"))).Output.Trim();

    /// <summary>The package that the project uses.</summary>
    public string PackageFolder => Path.Combine(_library.Folder, "packages", "launchsdk", _library.Version);
}
