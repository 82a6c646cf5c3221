using LaunchSdk.Problems;
using LaunchSdk.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LaunchSdk.Analyzers.Tests;

/// <summary>How the sentences of rules are written, so that <see cref="MessageText"/> can tell their words from values.</summary>
public sealed class SentenceTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Repository.Combine("src", "Shared", "Problems", "Rules"), "*.cs")
                .Select(static file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_choice_is_between_sentences_and_not_inside_one(string file) =>
        Assert.Empty(Nodes(file).OfType<InterpolationSyntax>().Where(static hole => hole.DescendantNodes().Any(IsChoice)).Select(Place));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_part_of_a_sentence_is_no_plain_text(string file) =>
        Assert.Empty(Nodes(file).OfType<InterpolatedStringExpressionSyntax>().Where(IsPlainText).Select(Place));

    private static bool IsChoice(SyntaxNode node) => node is ConditionalExpressionSyntax or SwitchExpressionSyntax;

    // An interpolated text becomes what its variable is declared as, or its member returns.
    private static bool IsPlainText(InterpolatedStringExpressionSyntax text)
    {
        var type = text.Ancestors()
            .Select(static node =>
                node switch
                {
                    ArgumentSyntax => "argument",
                    VariableDeclarationSyntax variable => variable.Type.ToString(),
                    MethodDeclarationSyntax method => method.ReturnType.ToString(),
                    PropertyDeclarationSyntax property => property.Type.ToString(),
                    _ => null,
                }
            )
            .First(static type => type is not null);
        return type is "string" or "string?" or "var";
    }

    private static IEnumerable<SyntaxNode> Nodes(string file) =>
        CSharpSyntaxTree
            .ParseText(File.ReadAllText(Repository.Combine("src", "Shared", "Problems", "Rules", file)), path: file)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes();

    private static string Place(SyntaxNode node) => $"{node.GetLocation().GetLineSpan()}: {node}";
}
