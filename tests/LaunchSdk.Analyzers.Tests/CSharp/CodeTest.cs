extern alias Library;

using LaunchSdk.Analyzers.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace LaunchSdk.Analyzers.Tests.CSharp;

/// <summary>Compiles code against the SDK and compares the analyzer's diagnostics with the <c>{|LSDK0005:...|}</c> marks in it.</summary>
internal static class CodeTest
{
    private static readonly ReferenceAssemblies Runtime = new("net10.0");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Library::LaunchSdk.DockerQueueConfig).Assembly.Location),
    ];

    /// <summary>Checks statements in the body of a method.</summary>
    public static Task Statements(string marked) =>
        Code(
            $$"""
            using System;
            using System.Collections.Generic;
            using LaunchSdk;
            using LaunchSdk.Values;

            class Program
            {
                const string Size = "512mb2";

                void Run(string unknown, bool flag)
                {
                    {{marked}}
                }
            }
            """
        );

    /// <summary>Checks a whole file.</summary>
    public static Task Code(string marked)
    {
        var test = new Test { TestCode = marked, ReferenceAssemblies = Runtime };

        // Information that stands at most options; the tests of advice ask for it.
        test.DisabledDiagnostics.AddRange(new[] { "LSDK0201", "LSDK0205" }.Where(id => !marked.Contains(id, StringComparison.Ordinal)));
        test.TestState.AdditionalReferences.AddRange(References);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<CodeAnalyzer, DefaultVerifier>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);
    }
}
