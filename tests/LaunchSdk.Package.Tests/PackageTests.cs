using System.IO.Compression;
using LaunchSdk.Testing;

namespace LaunchSdk.Package.Tests;

[Trait("Category", "Slow")]
public sealed class PackageTests(PackedLibrary library) : IClassFixture<PackedLibrary>
{
    private const string UseOfQueues = """
        using Example;

        Console.WriteLine(LaunchQueues.GpuWorkstation.Config.Memory);
        Console.WriteLine(LaunchQueues.All.Count);
        Console.WriteLine(LaunchConfigs.LaunchConfig.MaxJobs);
        ByteSize size = "1g";
        """;

    [Fact]
    public void The_package_has_these_entries()
    {
        using var package = ZipFile.OpenRead(library.Package);

        Snapshot.Match(string.Join("\n", package.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Files_of_a_project_become_members_that_run()
    {
        var project = Good();

        var (exitCode, problems) = await project.BuildAsync();

        Assert.Empty(problems);
        Assert.Equal(0, exitCode);
        Assert.Equal("16g\n1\n3", (await project.RunAsync()).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_mistake_in_a_queue_file_is_the_builds_only_error()
    {
        var project = Good();
        project.Write("queues/gpu-workstation.yaml", "gpus: all\nmemory: 512mb2\n");

        var (exitCode, problems) = await project.BuildAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("queues/gpu-workstation.yaml(2,9): error LSDK0005: memory: '512mb2'", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severities_follow_the_projects_own_settings()
    {
        var configured = new ConsumerProject(library);
        configured.Write("queues/gpu.yaml", "gpus: device=0,1\nname: trainer\n");
        configured.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.LSDK0204.severity = none\ndotnet_diagnostic.LSDK0201.severity = warning\n");
        var strict = new ConsumerProject(library, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        strict.Write("queues/gpu.yaml", "gpus: device=0,1\n");
        var lenient = new ConsumerProject(library, "<NoWarn>$(NoWarn);LSDK0204</NoWarn>");
        lenient.Write("queues/gpu.yaml", "gpus: device=0,1\n");

        Assert.StartsWith("queues/gpu.yaml(2,7): warning LSDK0201:", Assert.Single((await configured.BuildAsync()).Problems), StringComparison.Ordinal);
        Assert.StartsWith("queues/gpu.yaml(1,7): error LSDK0204:", Assert.Single((await strict.BuildAsync()).Problems), StringComparison.Ordinal);
        Assert.Empty((await lenient.BuildAsync()).Problems);
    }

    [Fact]
    public async Task Default_items_can_be_turned_off()
    {
        var project = new ConsumerProject(library, "<EnableDefaultLaunchItems>false</EnableDefaultLaunchItems>");
        project.Write("queues/gpu.yaml", "memroy: 1g\n");

        Assert.Empty((await project.BuildAsync()).Problems);
    }

    [Fact]
    public async Task An_edited_queue_file_is_compiled_again_and_an_unchanged_project_is_not()
    {
        var project = Good();
        await project.BuildAsync();
        var assembly = Path.Combine(project.Folder, "obj", "Debug", "net10.0", "Consumer.dll");
        var first = File.GetLastWriteTimeUtc(assembly);

        await project.BuildAsync("--no-restore");
        var second = File.GetLastWriteTimeUtc(assembly);
        project.Write("queues/gpu-workstation.yaml", "gpus: all\nmemory: 32g\n");
        await project.BuildAsync("--no-restore");

        Assert.Equal(first, second);
        Assert.Equal("32g\n1\n3", (await project.RunAsync()).ReplaceLineEndings("\n"));
    }

    private ConsumerProject Good()
    {
        var project = new ConsumerProject(library);
        project.Write("queues/gpu-workstation.yaml", "gpus: all\nmemory: 16g\n");
        project.Write("launch-config.yaml", "entity: team\nqueues: [gpu-workstation]\nmax_jobs: 3\n");
        project.Write("Program.cs", UseOfQueues);
        return project;
    }
}
