using LaunchSdk.Testing;

namespace LaunchSdk.Package.Tests;

/// <summary>A console project that references the package, as a user's would, in a folder with a space in its path.</summary>
internal sealed class ConsumerProject
{
    private readonly PackedLibrary _library;

    /// <summary>A project of that name.</summary>
    /// <param name="library">The package.</param>
    /// <param name="name">The project's name, and its folder's.</param>
    /// <param name="properties">MSBuild properties of the project.</param>
    /// <param name="references">Its references; the package alone unless given.</param>
    /// <param name="items">Other items of the project.</param>
    public ConsumerProject(PackedLibrary library, string name, string properties = "", string? references = null, string items = "")
    {
        _library = library;
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(library.ConsumersFolder, name)).FullName;
        Write(
            $"{name}.csproj",
            $"""
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
                {references ?? $"""<PackageReference Include="LaunchSdk" Version="{library.Version}" />"""}
                {items}
              </ItemGroup>
            </Project>
            """
        );
        Write("Program.cs", "Console.WriteLine(42);");
    }

    /// <summary>The project's name.</summary>
    public string Name { get; }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>The project's file, relative to the folder of all.</summary>
    public string File => $"{Name}/{Name}.csproj";

    /// <summary>Writes a file of the project.</summary>
    public ConsumerProject Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Builds the project again, without restoring it: its errors and warnings, and whether the compiler ran.</summary>
    public async Task<(IReadOnlyList<string> Problems, bool HasCompiled)> BuildAgainAsync()
    {
        var (_, output) = await DotNet.RunAsync(Folder, "build", "--no-restore", "--verbosity", "normal");
        return (
            BuildOutput.Problems(output, _library.ConsumersFolder),
            !output.Contains("Skipping target \"CoreCompile\"", StringComparison.Ordinal)
        );
    }

    /// <summary>Runs what was built.</summary>
    public async Task<string> RunAsync() =>
        (await DotNet.RunAsync(Folder, Path.Combine("bin", "Debug", "net10.0", Name + ".dll"))).Output.ReplaceLineEndings("\n").Trim();
}
