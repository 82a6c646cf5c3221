using System.Globalization;
using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes;

/// <summary>
/// The edit that a diagnostic carries in its properties: computed where the problem was found, only put into the text here.
/// </summary>
/// <param name="Title">What the change does, for a person.</param>
/// <param name="Change">The change of the file that the diagnostic is in.</param>
internal sealed record DiagnosticEdit(string Title, TextChange Change)
{
    /// <summary>The edit of a diagnostic; null when a machine cannot mend it.</summary>
    public static DiagnosticEdit? Of(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        return
            properties.TryGetValue(ProblemDiagnostics.EditTitle, out var title)
            && title is not null
            && properties.TryGetValue(ProblemDiagnostics.EditText, out var text)
            && text is not null
            && TryReadNumber(diagnostic, ProblemDiagnostics.EditStart, out var start)
            && TryReadNumber(diagnostic, ProblemDiagnostics.EditLength, out var length)
            ? new DiagnosticEdit(title, new TextChange(new TextSpan(start, length), text))
            : null;
    }

    /// <summary>Whether a problem's edit is this one.</summary>
    public bool Makes(ConfigEdit edit) =>
        Change.Span.Start == edit.Range.Start && Change.Span.Length == edit.Range.Length && Change.NewText == edit.NewText;

    private static bool TryReadNumber(Diagnostic diagnostic, string name, out int number)
    {
        number = 0;
        return diagnostic.Properties.TryGetValue(name, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
