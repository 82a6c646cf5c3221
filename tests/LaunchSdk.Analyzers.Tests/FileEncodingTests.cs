using System.Text;
using LaunchSdk.Analyzers.Tests.Running;
using LaunchSdk.Documents;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.Tests;

/// <summary>The compiler reads what is no UTF-8 too; a configuration file has to be, and is told so wherever it is read.</summary>
public class FileEncodingTests
{
    public static TheoryData<byte[], Encoding> Files =>
        new()
        {
            { Encoding.Latin1.GetBytes("hostname: caf\u00e9\nmemory: 1g\n"), Encoding.Latin1 },
            { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("memory: 1g\n")).ToArray(), Encoding.UTF8 },
            { Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("memory: 1g\n")).ToArray(), Encoding.UTF8 },
            { Encoding.UTF8.GetBytes("\uFEFF\uFEFFmemroy: 1g\n"), Encoding.UTF8 },
            { Encoding.UTF8.GetBytes("\uFEFFmemroy: 1g\n"), Encoding.UTF8 },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_wrong_with_the_bytes_of_a_file_is_told_as_at_run_time(byte[] bytes, Encoding compilers)
    {
        var expected = ConfigDocument.ReadBytes(bytes, "/project/queues/gpu.yaml");
        using var stream = new MemoryStream(bytes);
        var text = SourceText.From(stream, compilers);

        var diagnostics = await TestProject.AnalyzeAsync(new ProjectFile("/project/queues/gpu.yaml", text));

        var problems = Validation.ConfigFileValidator.Validate(expected, Validation.ConfigFileKind.Queue, []);
        Assert.NotEmpty(problems);
        Assert.Equal(
            problems.Select(problem => $"{problem.Rule.Id} @ {problem.File!.Start}: {problem.Message}"),
            diagnostics.Select(diagnostic => $"{TestProject.Place(diagnostic).Replace(':', ',')}: {diagnostic.GetMessage()}")
        );
    }
}
