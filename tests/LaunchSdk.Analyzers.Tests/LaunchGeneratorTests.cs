extern alias Library;

using System.Reflection;
using LaunchSdk.Analyzers.Tests.Running;
using LaunchSdk.Options;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using ConfigFormat = Library::LaunchSdk.Documents.ConfigFormat;
using DockerQueue = Library::LaunchSdk.DockerQueue;

namespace LaunchSdk.Analyzers.Tests;

public class LaunchGeneratorTests
{
    private const string GpuQueue = """
        queue: gpu-workstation
        prioritization_mode: V0
        template_variables:
          memory:
            description: How much <memory>
            schema: {type: string, default: 8g, enum: [8g, 16g]}
          workers:
            schema: {type: integer, minimum: 1, maximum: 8}
        resource_args:
          local-container:
            gpus: all
            e: [A=1, "TOKEN=${run_id}"]
            memory: "{{memory}}"
            rm: true
            shm-size: 8g
            builder:
              cuda: {base_image: "nvidia/cuda:12.4.0-base-ubuntu22.04"}
        """;

    private const string AgentConfig = """
        entity: team
        queue: gpu-workstation
        max_jobs: 2
        builder:
          type: docker
        registry:
          uri: us-docker.pkg.dev/project/repository/image
        """;

    [Fact]
    public void A_queue_and_an_agent_become_these_members()
    {
        var sources = Run(new("/project/queues/gpu.yaml", GpuQueue), new("/project/launch-config.yaml", AgentConfig, "agent")).Sources;

        Snapshot.Match(
            string.Join(
                "\n",
                sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => $"==== {source.Key}\n{source.Value}")
            )
        );
    }

    [Fact]
    public void A_generated_queue_is_equal_to_the_one_that_the_library_reads()
    {
        var assembly = Run(new ProjectFile("/project/queues/gpu.yaml", GpuQueue)).Load();

        var generated = (DockerQueue)Value(assembly, "LaunchQueues", "GpuWorkstation");
        var read = DockerQueue.Parse(GpuQueue, "gpu.yaml").GetValueOrThrow();
        Assert.Equal(read, generated);
        Assert.Equal(read.ToText(ConfigFormat.Json), generated.ToText(ConfigFormat.Json));
    }

    [Theory]
    [InlineData("env: []")]
    [InlineData("env: [A=1]")]
    [InlineData("memory: null\nmemory-swap: 1g")]
    [InlineData("rm: false")]
    [InlineData("e: A=1\nenv: [B=2]\nv: /a:/b")]
    [InlineData("{}")]
    [InlineData("builder: {accelerator: {base_image: 'nvidia/cuda:12.4.0-base-ubuntu22.04'}}")]
    public void A_generated_queue_says_what_its_file_says_in_the_same_way(string text)
    {
        var assembly = Run(new ProjectFile("/project/queues/gpu.yaml", text)).Load();

        Assert.Equal(DockerQueue.Parse(text, "gpu.yaml").GetValueOrThrow(), (DockerQueue)Value(assembly, "LaunchQueues", "Gpu"));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(200)]
    public void Many_queues_share_parts_and_none_is_lost(int count)
    {
        var project = Run([.. Enumerable.Range(0, count).Select(i => new ProjectFile($"/project/queues/q{i}.yaml", $"cpus: {i + 1}"))]);

        var all = (IReadOnlyList<DockerQueue>)Value(project.Load(), "LaunchQueues", "All");
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"{i}"), all.Select(queue => queue.Config.Cpus!.Text));
        Assert.InRange(project.Sources.Count, (count / 16) + 1, (count / 8) + 2);
    }

    [Fact]
    public void Every_option_becomes_the_member_that_the_library_reads()
    {
        var options = DockerOptions.All.Where(option => option.Name != "help").ToArray();
        var files = options
            .Select(option => new ProjectFile($"/project/queues/q-{option.Name}.yaml", $"{option.Name}: {option.Example}\n"))
            .ToArray();
        var usable = files.Where(file => !DockerQueue.Parse(file.GetText().ToString(), file.Path).HasErrors).ToArray();

        var assembly = Run(usable).Load();

        var all = (IReadOnlyList<DockerQueue>)Value(assembly, "LaunchQueues", "All");
        Assert.True(usable.Length > options.Length * 9 / 10);
        Assert.Equal(
            usable.Select(file => DockerQueue.Parse(file.GetText().ToString(), file.Path).Value!.Config),
            all.Select(queue => queue.Config)
        );
    }

    [Fact]
    public void A_file_with_errors_has_a_member_that_says_so_and_no_place_in_all()
    {
        var assembly = Run(
                new ProjectFile("/project/queues/good.yaml", "gpus: all"),
                new ProjectFile("/project/queues/bad.yaml", "memory: 512mb2")
            )
            .Load();

        var thrown = Assert.Throws<TargetInvocationException>(() => Value(assembly, "LaunchQueues", "Bad"));
        Assert.Equal("queues/bad.yaml has errors: the build shows them", thrown.InnerException!.Message);
        Assert.Single((IReadOnlyList<DockerQueue>)Value(assembly, "LaunchQueues", "All"));
    }

    [Fact]
    public void Files_that_clash_have_no_member()
    {
        var sources = Run(
            new ProjectFile("/project/queues/gpu-big.yaml", "gpus: all"),
            new ProjectFile("/project/queues/gpu_Big.yaml", "gpus: all")
        ).Sources;

        Assert.Equal(["LaunchQueues.g.cs"], sources.Keys);
    }

    [Theory]
    [InlineData("env: [\"A=*/ \\\" #if \\u2028 public\"]")]
    [InlineData("hostname: \"</c></para>\"")]
    [InlineData("label: [\"a=\\n/// <summary>\\nclass X;\"]")]
    public void Text_of_a_file_never_becomes_code(string text) => Run(new ProjectFile("/project/queues/gpu.yaml", text)).Load();

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public void Characters_that_XML_forbids_stay_out_of_documentation(string character)
    {
        var sources = Run(new ProjectFile("/project/queues/gpu.yaml", $"label: [\"a={character}\"]")).Sources;

        Assert.DoesNotContain(
            sources.SelectMany(source => source.Value.Split('\n')),
            line => line.Contains("///", StringComparison.Ordinal) && line.Contains(character, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_deprecated_block_that_cannot_move_does_not_fail_the_build() =>
        Run(new ProjectFile("/project/launch-config.yaml", "entity: team\nregistry: {type: ecr}", "agent")).Load();

    [Fact]
    public void A_project_without_configuration_gets_nothing() =>
        Assert.Empty(Run(new ProjectFile("/project/readme.md", "x", kind: null)).Sources);

    private static object Value(Assembly assembly, string type, string member) =>
        assembly.GetType("Example." + type)!.GetProperty(member, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static GeneratedProject Run(params ProjectFile[] files) => new(files);

    private sealed class GeneratedProject
    {
        private readonly Compilation _compilation;

        public GeneratedProject(ProjectFile[] files)
        {
            var run = TestProject.Generate(files);
            _compilation = run.Generated;
            Assert.Empty(run.Result.Diagnostics);
            Sources = run.Result.GeneratedSources.ToDictionary(
                generated => generated.HintName,
                generated => generated.SourceText.ToString()
            );
        }

        public Dictionary<string, string> Sources { get; }

        public Assembly Load()
        {
            using var image = new MemoryStream();
            var result = _compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(result.Success, string.Join("\n", result.Diagnostics));
            return Assembly.Load(image.ToArray());
        }
    }
}
