using System.Globalization;
using LaunchSdk.Testing;

namespace LaunchSdk.Package.Tests;

/// <summary>Projects that show what the package does in a build, restored and built together once for all tests.</summary>
public sealed class BuiltProjects : IAsyncLifetime
{
    private const string UseOfQueues = """
        using Example;

        Console.WriteLine(LaunchQueues.GpuWorkstation.Config.Memory);
        Console.WriteLine(LaunchQueues.All.Count);
        Console.WriteLine(LaunchConfigs.LaunchConfig.MaxJobs);
        ByteSize size = "1g";
        """;

    // A warning and an information.
    private const string Advised = "gpus: device=0,1\nname: trainer\n";

    private IReadOnlyList<string> _problems = [];

    /// <summary>The package that they use.</summary>
    internal PackedLibrary Library { get; } = new();

    /// <summary>A project without a mistake.</summary>
    internal ConsumerProject Good { get; private set; } = null!;

    /// <summary>Another one, which a test edits.</summary>
    internal ConsumerProject Edited { get; private set; } = null!;

    /// <summary>The errors and warnings of a project.</summary>
    public IEnumerable<string> Problems(string project) =>
        _problems.Where(line => line.EndsWith($" [{project}/{project}.csproj]", StringComparison.Ordinal));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Library.InitializeAsync();
        var projects = Create();
        var lines = projects.Select(project => string.Create(CultureInfo.InvariantCulture, $"<Project Path=\"{project.File}\" />"));
        await File.WriteAllTextAsync(Path.Combine(Library.ConsumersFolder, "all.slnx"), $"<Solution>{string.Concat(lines)}</Solution>");
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(Library.ConsumersFolder, name), "<Project />");
        }

        var (_, output) = await DotNet.RunAsync(Library.ConsumersFolder, "build", "all.slnx", "--verbosity", "quiet");
        _problems = BuildOutput.Problems(output, Library.ConsumersFolder);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Library.DisposeAsync();

    private ConsumerProject[] Create()
    {
        Good = WithoutMistake("good");
        Edited = WithoutMistake("edited");
        return
        [
            Good,
            Edited,
            Project(
                    "my-app",
                    "<RootNamespace>$(MSBuildProjectName)</RootNamespace><LangVersion>10</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                    """<LaunchQueue Include="../good/queues/gpu-workstation.yaml" />"""
                )
                .Write("launch-config.yaml", "entity: team\nregistry: {type: ecr}\n")
                .Write(".globalconfig", "is_global = true\ndotnet_diagnostic.LSDK0103.severity = none\n")
                .Write("obj/queues/made.yaml", "memroy: 1g\n")
                .Write("Program.cs", "Console.WriteLine(my_app.LaunchQueues.GpuWorkstation.Config.Memory);"),
            Project("named", "<LaunchNamespace>Team.Queues</LaunchNamespace>", """<LaunchAgentConfig Include="queues/agent.yaml" />""")
                .Write("queues/agent.yaml", "entity: team\n")
                .Write("queues/gpu.yaml", "memory: 1g\n")
                .Write("Program.cs", "Console.WriteLine(Team.Queues.LaunchConfigs.Agent.Entity + Team.Queues.LaunchQueues.All.Count);"),
            new ConsumerProject(Library, "transitive", references: """<ProjectReference Include="../good/good.csproj" />""")
                .Write("queues/own.yaml", "memory: 8g\n")
                .Write("queues/broken.yaml", "memory: 512mb2\n")
                .Write("Program.cs", "Console.WriteLine(Example.LaunchQueues.Own.Config.Memory);"),
            Project("broken")
                .Write("queues/gpu.yaml", "gpus: all\nmemory: 512mb2\n")
                .Write("queues/big.json", "{\n  \"memroy\": \"1g\"\n}\n")
                .Write("launch-config.yaml", "entity: team\nqueues: [gpu]\nmax_jobs: many\n")
                .Write("Program.cs", "ByteSize size = \"512mb2\";\nConsole.WriteLine(Example.LaunchQueues.Gpu);\n"),
            Project("configured")
                .Write("queues/gpu.yaml", Advised)
                .Write(
                    ".globalconfig",
                    "is_global = true\ndotnet_diagnostic.LSDK0204.severity = none\ndotnet_diagnostic.LSDK0201.severity = warning\n"
                ),
            Project("strict", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Write("queues/gpu.yaml", Advised),
            Project(
                    "partly-strict",
                    "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>LSDK0204</WarningsNotAsErrors>"
                )
                .Write("queues/gpu.yaml", Advised),
            Project("lenient", "<NoWarn>$(NoWarn);LSDK0204</NoWarn>").Write("queues/gpu.yaml", Advised),
            Project("no-defaults", "<EnableDefaultLaunchItems>false</EnableDefaultLaunchItems>", "<LaunchQueue Include=\"own/*.yaml\" />")
                .Write("queues/gpu.yaml", "memroy: 1g\n")
                .Write("launch-config.yaml", "entities: team\n")
                .Write("own/gpu.yaml", "cpuss: 2\n"),
        ];
    }

    private ConsumerProject WithoutMistake(string name) =>
        Project(name)
            .Write("queues/gpu-workstation.yaml", "gpus: all\nmemory: 16g\n")
            .Write("launch-config.yaml", "entity: team\nqueues: [gpu-workstation]\nmax_jobs: 3\n")
            .Write("Program.cs", UseOfQueues);

    private ConsumerProject Project(string name, string properties = "", string items = "") => new(Library, name, properties, items: items);
}
