using LaunchSdk.Analyzers.CSharp;
using LaunchSdk.Analyzers.Files;
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
    [InlineData("""ByteSize size = "\u0035" + "12mb2"; ByteSize other = "1gig";""", """ByteSize size = "\u0035" + "12mb2"; ByteSize other = "1g";""")]
    [InlineData("""const string Big = "1gig"; ByteSize size = Big; Pull pull = "alway";""", """const string Big = "1gig"; ByteSize size = Big; Pull pull = "always";""")]
    [InlineData("""var config = new LaunchSdk.DockerQueueConfig { Hostname = "job-${run_ide}" };""", """var config = new LaunchSdk.DockerQueueConfig { Hostname = "job-${run_id}" };""")]
    [InlineData("""var config = new LaunchSdk.DockerQueueConfig { Gpus = "device=0,device=1" };""", """var config = new LaunchSdk.DockerQueueConfig { Gpus = "\"device=0,1\"" };""")]
    public async Task A_literal_in_code_is_replaced_by_what_was_meant(string broken, string mended)
    {
        using var project = new FixedProject(new CodeAnalyzer());

        Assert.Equal(Method(mended), await project.FixCode(Method(broken)));
    }

    [Fact]
    public async Task All_problems_of_one_rule_are_mended_in_every_file_and_others_stay()
    {
        using var project = new FixedProject(new ConfigFileAnalyzer());

        var mended = await project.FixAll("LSDK0003", FixAllScope.Project, ("a.yaml", "memroy: 1g\ncpuss: 2\nshm-size: 1gig\n"), ("b.yaml", "labels: a=b\n"));

        Assert.Equal(["memory: 1g\ncpus: 2\nshm-size: 1gig\n", "label: a=b\n"], mended);
    }

    [Fact]
    public void The_fix_is_exported_for_additional_files()
    {
        var export = (ExportCodeFixProviderAttribute)Attribute.GetCustomAttribute(typeof(ConfigEditFix), typeof(ExportCodeFixProviderAttribute))!;

        Assert.Equal([nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);
    }

    private static string Method(string statement) => $$"""
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
