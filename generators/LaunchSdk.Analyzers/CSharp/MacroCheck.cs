using LaunchSdk.Analyzers.Files;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Finds misspelt macros in constants that become values. A name that is like none of W&amp;B's is left alone: the program may give a macro
/// of its own its value.
/// </summary>
internal static class MacroCheck
{
    /// <summary>Checks the macros of a text.</summary>
    public static void Check(OperationAnalysisContext context, SyntaxNode place, string text)
    {
        for (var from = 0; TemplateText.TryFind(text, from, out var hole); from = hole.End)
        {
            if (
                hole.IsMacro
                && !Macros.All.Contains(hole.Name)
                && NearestName.FindOne(hole.Name, Macros.All) is { } meant
                && !IsAllowed(context, hole.Name)
            )
            {
                context.ReportDiagnostic(
                    CodeDiagnostics.Create(
                        UnknownMacro.NotAMacro(hole.Name, Macros.All),
                        CodeDiagnostics.Part(place, TextRange.Between(hole.Start, hole.End)),
                        CodeEdits.Replace(place, text.Substring(0, hole.Start) + $"${{{meant}}}" + text.Substring(hole.End))
                    )
                );
            }
        }
    }

    private static bool IsAllowed(OperationAnalysisContext context, string name) =>
        ProjectSettings.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).AllowedNames.Contains(name);
}
