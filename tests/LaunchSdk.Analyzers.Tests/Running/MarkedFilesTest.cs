using LaunchSdk.Analyzers.Files;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace LaunchSdk.Analyzers.Tests.Running;

/// <summary>
/// Compares the diagnostics of a project's files with the marks in them: every diagnostic has its mark with that start and end, and no mark
/// is left.
/// </summary>
internal sealed class MarkedFilesTest : CSharpAnalyzerTest<ConfigFileAnalyzer, DefaultVerifier>
{
    /// <summary>A project of these files.</summary>
    public MarkedFilesTest(IEnumerable<(string Path, string Text)> files)
    {
        TestCode = "";
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        CompilerDiagnostics = CompilerDiagnostics.None;

        // Both analyzers have the rules of a project: the compiler filters by what each says it supports.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        var kinds = new List<string> { "is_global = true" };
        foreach (var (path, text) in files)
        {
            TestState.AdditionalFiles.Add(("/project/" + path, text));
            kinds.Add($"[/project/{path}]\nbuild_metadata.AdditionalFiles.LaunchSdkKind = {MarkedProject.KindOf(path)}");
        }

        TestState.AnalyzerConfigFiles.Add(("/project/.globalconfig", string.Join("\n", kinds)));
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new ConfigFileAnalyzer(), new ProjectAnalyzer()];
}
