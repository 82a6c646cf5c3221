using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Analyzers.Files;

/// <summary>A project's root namespace as C# can write it. Its default is the project's file name, which may be <c>my-app</c>.</summary>
internal static class NamespaceName
{
    /// <summary>
    /// <c>my-app.1.class</c> as <c>my_app._1.@class</c>, as the SDK's own templates do; parts without a character are left out.
    /// </summary>
    public static string Of(string rootNamespace) =>
        string.Join(".", rootNamespace.Split('.').Where(part => part.Length > 0).Select(Identifier));

    private static string Identifier(string part)
    {
        var name = new StringBuilder(part.Length + 1);
        foreach (var character in part[0] == '@' ? part.Substring(1) : part)
        {
            name.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        var text = name.ToString();
        return SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None ? text : "@" + text;
    }
}
