using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LaunchSdk.Structure;

/// <summary>Sizes and shapes of a project's hand-written code.</summary>
public sealed class CodeNumbers
{
    private const int Wide = 140;
    private const int Long = 400;

    /// <summary>The numbers of a project.</summary>
    /// <param name="project">The project.</param>
    public CodeNumbers(SourceProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        Files = project.Files.Count;
        WideLines = project.Files.Sum(static file => file.Lines.Count(static line => line.Length > Wide));
        LongFiles = project.Files.Count(static file => file.Lines.Count > Long);
        LargestFolder = project
            .Files.GroupBy(static file => file.Folder)
            .Select(static folder => (folder.Key, Count: folder.Count()))
            .MaxBy(static folder => folder.Count);
        foreach (var (tree, _) in project.Trees())
        {
            Count(tree.GetRoot());
        }
    }

    /// <summary>How many files there are.</summary>
    public int Files { get; }

    /// <summary>Lines of more than 140 columns.</summary>
    public int WideLines { get; }

    /// <summary>Files of more than 400 lines.</summary>
    public int LongFiles { get; }

    /// <summary>The folder with the most files, and how many it has.</summary>
    public (string Folder, int Files) LargestFolder { get; }

    /// <summary>Methods, constructors, accessors with a body, and local functions.</summary>
    public int Methods { get; private set; }

    /// <summary>Conditional expressions.</summary>
    public int Conditionals { get; private set; }

    /// <summary>Conditional expressions inside of another one's branches.</summary>
    public int NestedConditionals { get; private set; }

    /// <summary>Public methods and constructors of public types that have parameters, one of them without documentation.</summary>
    public int UndocumentedParameters { get; private set; }

    /// <summary>Public methods of public types that return something undocumented.</summary>
    public int UndocumentedResults { get; private set; }

    /// <summary>Whether a conditional expression is a branch of another one.</summary>
    /// <param name="conditional">The expression.</param>
    /// <returns>True for a nested one.</returns>
    public static bool IsNested(ConditionalExpressionSyntax conditional)
    {
        ArgumentNullException.ThrowIfNull(conditional);
        SyntaxNode node = conditional;
        while (node.Parent is ParenthesizedExpressionSyntax or ThrowExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent is ConditionalExpressionSyntax outer && outer.Condition != node;
    }

    private void Count(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case ConditionalExpressionSyntax conditional:
                    Conditionals++;
                    NestedConditionals += IsNested(conditional) ? 1 : 0;
                    break;
                case BaseMethodDeclarationSyntax method:
                    Methods++;
                    CountDocumentation(method);
                    break;
                case LocalFunctionStatementSyntax:
                case AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }:
                    Methods++;
                    break;
                default:
                    break;
            }
        }
    }

    private void CountDocumentation(BaseMethodDeclarationSyntax method)
    {
        if (!IsPublic(method) || Documentation(method) is not { } text || text.Contains("<inheritdoc", StringComparison.Ordinal))
        {
            return;
        }

        var parameters = method.ParameterList.Parameters.Select(static parameter => $"<param name=\"{parameter.Identifier.ValueText}\">");
        UndocumentedParameters += parameters.All(element => text.Contains(element, StringComparison.Ordinal)) ? 0 : 1;
        UndocumentedResults += Returns(method) && !text.Contains("<returns>", StringComparison.Ordinal) ? 1 : 0;
    }

    private static bool Returns(BaseMethodDeclarationSyntax method) =>
        method is MethodDeclarationSyntax { ReturnType: var type } && type.ToString() is not ("void" or "Task" or "ValueTask");

    private static bool IsPublic(BaseMethodDeclarationSyntax method) =>
        IsPublic(method.Modifiers) && method.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(static type => IsPublic(type.Modifiers));

    private static bool IsPublic(SyntaxTokenList modifiers) => modifiers.Any(static modifier => modifier.ValueText == "public");

    private static string? Documentation(SyntaxNode node) =>
        node.GetLeadingTrivia()
            .Select(static trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .FirstOrDefault()
            ?.ToFullString();
}
