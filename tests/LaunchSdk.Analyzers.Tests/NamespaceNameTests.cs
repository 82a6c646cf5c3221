using LaunchSdk.Analyzers.Files;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Analyzers.Tests;

public class NamespaceNameTests
{
    [Theory]
    [InlineData("Example", "Example")]
    [InlineData("my-app", "my_app")]
    [InlineData("1App", "_1App")]
    [InlineData("My.class.X", "My.@class.X")]
    [InlineData("My.@class", "My.@class")]
    [InlineData("A..B.", "A.B")]
    [InlineData("Größe.仕事", "Größe.仕事")]
    [InlineData("a b;c", "a_b_c")]
    [InlineData("@", "_")]
    [InlineData("", "")]
    public void A_root_namespace_is_written_as_the_compiler_reads_it(string rootNamespace, string expected)
    {
        var written = NamespaceName.Of(rootNamespace);

        Assert.Equal(expected, written);
        var code = written.Length == 0 ? "" : $"namespace {written};";
        Assert.Empty(
            CSharpSyntaxTree
                .ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
                .GetDiagnostics(TestContext.Current.CancellationToken)
        );
    }
}
