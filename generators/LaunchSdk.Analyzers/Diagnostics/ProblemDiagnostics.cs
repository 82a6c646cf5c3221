using System.Collections.Immutable;
using LaunchSdk.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.Analyzers.Diagnostics;

/// <summary>Turns problems of a configuration file into diagnostics at the same place.</summary>
internal static class ProblemDiagnostics
{
    /// <summary>Property of a diagnostic that says what its fix does; absent when the problem has no fix.</summary>
    public const string EditTitle = nameof(EditTitle);

    /// <summary>Property of a diagnostic: offset of the text that its fix replaces.</summary>
    public const string EditStart = nameof(EditStart);

    /// <summary>Property of a diagnostic: length of the text that its fix replaces.</summary>
    public const string EditLength = nameof(EditLength);

    /// <summary>Property of a diagnostic: the text that its fix puts there.</summary>
    public const string EditText = nameof(EditText);

    /// <summary>The diagnostic of a problem found in the file at <paramref name="path"/>.</summary>
    public static Diagnostic Create(Problem problem, string path)
    {
        var place = problem.File!;
        var lines = new LinePositionSpan(Position(place.Start), Position(place.End));
        var location = Location.Create(path, new TextSpan(place.Range.Start, place.Range.Length), lines);
        return Diagnostic.Create(Descriptors.For(problem.Rule), location, Properties(problem.Edit), problem.Message);
    }

    private static LinePosition Position(TextPosition position) => new(position.Line - 1, position.Column - 1);

    private static ImmutableDictionary<string, string?> Properties(ConfigEdit? edit) =>
        edit is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>
                .Empty.Add(EditTitle, edit.Title)
                .Add(EditStart, Number(edit.Range.Start))
                .Add(EditLength, Number(edit.Range.Length))
                .Add(EditText, edit.NewText);

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
