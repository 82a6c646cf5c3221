using System.Text;
using LaunchSdk.Analyzers.CSharp;
using LaunchSdk.Analyzers.Files;
using LaunchSdk.Problems;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LaunchSdk.CodeFixes.Tests;

public sealed class ConfigEditFixTests
{
    public static TheoryData<string, string, string> Files => EditCases.All;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_edit_of_a_configuration_file_is_applied(string path, string broken, string mended)
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        Assert.Equal(mended, await project.FixFile(path, broken));
    }

    [Theory]
    [InlineData("""ByteSize size = "512mb2";""", """ByteSize size = "512m";""")]
    [InlineData("""ByteSize size = @"512mb2";""", """ByteSize size = @"512m";""")]
    [InlineData(""""ByteSize size = """512mb2""";"""", """"ByteSize size = """512m""";"""")]
    [InlineData(
        """ByteSize size = "\u0035" + "12mb2"; ByteSize other = "1gig";""",
        """ByteSize size = "\u0035" + "12mb2"; ByteSize other = "1g";"""
    )]
    [InlineData(
        """const string Big = "1gig"; ByteSize size = Big; Pull pull = "alway";""",
        """const string Big = "1gig"; ByteSize size = Big; Pull pull = "always";"""
    )]
    [InlineData(
        """var config = new LaunchSdk.DockerQueueConfig { Hostname = "job-${run_ide}" };""",
        """var config = new LaunchSdk.DockerQueueConfig { Hostname = "job-${run_id}" };"""
    )]
    [InlineData(
        """var config = new LaunchSdk.DockerQueueConfig { Gpus = "device=0,device=1" };""",
        """var config = new LaunchSdk.DockerQueueConfig { Gpus = "\"device=0,1\"" };"""
    )]
    public async Task A_literal_in_code_is_replaced_by_what_was_meant(string broken, string mended)
    {
        using var project = new FixedProject(new CodeAnalyzer());

        Assert.Equal(Method(mended), await project.FixCode(Method(broken)));
    }

    [Fact]
    public async Task All_problems_of_one_rule_are_mended_in_every_file_and_others_stay()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        var mended = await project.FixAll(
            "LSDK0003",
            FixAllScope.Project,
            ("a.yaml", "memroy: 1g\ncpuss: 2\nshm-size: 1gig\n"),
            ("b.yaml", "labels: a=b\n")
        );

        Assert.Equal(["memory: 1g\ncpus: 2\nshm-size: 1gig\n", "label: a=b\n"], mended);
    }

    [Fact]
    public async Task Edits_that_touch_each_other_are_made_one_after_the_other()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        var mended = await project.FixAll(
            "LSDK0002",
            FixAllScope.Project,
            ("a.yaml", "cpus: 1\ncpus: 2\ncpus: 3\nmemory: 1gig\n"),
            ("agent.yaml", "entity: a\nentity: b\nentity: c\nqueues: [q]\n")
        );

        Assert.Equal(["cpus: 3\nmemory: 1gig\n", "entity: c\nqueues: [q]\n"], mended);
    }

    [Fact]
    public async Task All_projects_of_a_solution_are_mended_and_only_one_where_that_is_asked_for()
    {
        (string, string)[][] files =
        [
            [("a.yaml", "memroy: 1g\n"), ("job.yaml", "docker: {docker_image: x}\nprojct: p\n")],
            [("a.yaml", "memroy: 1g\n"), ("b.yaml", "cpuss: 1\n")],
        ];
        using var all = new FixedProject(new ConfigFileAnalyzer());
        using var one = new FixedProject(new ConfigFileAnalyzer());

        Assert.Equal(
            ["memory: 1g\n", "docker: {docker_image: x}\nproject: p\n", "memory: 1g\n", "cpus: 1\n"],
            (await all.FixAll("LSDK0003", FixAllScope.Solution, files))!
        );
        Assert.Equal(
            ["memory: 1g\n", "docker: {docker_image: x}\nproject: p\n", "memroy: 1g\n", "cpuss: 1\n"],
            (await one.FixAll("LSDK0003", FixAllScope.Project, files))!
        );
    }

    [Fact]
    public async Task A_document_that_Roslyn_does_not_name_is_mended_only_where_no_other_can_be_meant()
    {
        using var two = new FixedProject(new ConfigFileAnalyzer());
        using var one = new FixedProject(new ConfigFileAnalyzer());

        Assert.Null(
            await two.FixAll(
                "LSDK0003",
                FixAllScope.Document,
                [
                    [("a.yaml", "memroy: 1g\n"), ("b.yaml", "cpuss: 1\n")],
                ]
            )
        );
        Assert.Equal(
            ["memory: 1g\n", "cpus: 1\n"],
            (
                await one.FixAll(
                    "LSDK0003",
                    FixAllScope.Document,
                    [
                        [("a.yaml", "memroy: 1g\n"), ("b.yaml", "cpus: 1\n")],
                    ]
                )
            )!
        );
    }

    [Fact]
    public async Task A_queue_that_the_project_spells_otherwise_is_mended_in_the_agents_file()
    {
        using var project = new FixedProject(new ProjectAnalyzer());

        var mended = await project.FixAll(
            "LSDK0207",
            FixAllScope.Project,
            ("agent.yaml", "entity: e\nqueues: [gpu-workstaton]\n"),
            ("a.yaml", "queue: gpu-workstation\n")
        );

        Assert.Equal("entity: e\nqueues: [gpu-workstation]\n", mended[0]);
    }

    [Fact]
    public async Task A_fix_of_an_older_text_is_not_offered()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        Assert.NotEmpty(await project.Offers("a.yaml", "memroy: 1g\n", "memroy: 1g\n"));
        Assert.Empty(await project.Offers("a.yaml", "memroy: 1g\n", "# more\nmemroy: 1g\n"));
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_not_mended()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        Assert.Empty(
            await project.Offers("a.yaml", "hostname: caf\u00e9\nmemroy: 1g\n", "hostname: caf\u00e9\nmemroy: 1g\n", Encoding.Latin1)
        );
    }

    [Fact]
    public async Task All_of_a_rule_is_mended_in_UTF_8_files_alone()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        var mended = await project.FixAll(
            "LSDK0003",
            FixAllScope.Project,
            [
                [("a.yaml", "hostname: caf\u00e9\nmemroy: 1g\n")],
            ],
            Encoding.Latin1
        );

        Assert.Null(mended);
    }

    [Fact]
    public async Task Code_may_have_any_encoding()
    {
        using var project = new FixedProject(new CodeAnalyzer());

        Assert.Equal(
            Method("""ByteSize size = "512m"; // \u00e9"""),
            await project.FixCode(Method("""ByteSize size = "512mb2"; // \u00e9"""), Encoding.Latin1)
        );
    }

    [Fact]
    public void Fixes_are_offered_for_the_rules_that_can_be_mended() =>
        Assert.Equal(ProblemRules.All.Where(rule => rule.HasFix).Select(rule => rule.Id), new ConfigEditFix().FixableDiagnosticIds);

    [Fact]
    public void The_fix_is_exported_for_additional_files()
    {
        var export = (ExportCodeFixProviderAttribute)
            Attribute.GetCustomAttribute(typeof(ConfigEditFix), typeof(ExportCodeFixProviderAttribute))!;

        Assert.Equal([nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);
    }

    private static string Method(string statement) =>
        $$"""
            using LaunchSdk.Values;

            class Program
            {
                void Run()
                {
                    {{statement}}
                }
            }
            """;
}
