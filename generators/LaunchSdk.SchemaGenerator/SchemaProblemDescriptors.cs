using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.SchemaGenerator;

/// <summary>Mistakes in schemas as diagnostics. A generator may report them here, because only this repository sees them.</summary>
internal static class SchemaProblemDescriptors
{
    private const string Category = "LaunchSdk.Schemas";

    private static readonly DiagnosticDescriptor NotJson = new(
        SchemaProblems.NotJson,
        "A schema is not JSON",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    private static readonly DiagnosticDescriptor NotUsable = new(
        SchemaProblems.NotUsable,
        "A schema says something that no code can be generated from",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static Diagnostic ToDiagnostic(SchemaProblem problem)
    {
        var place = new LinePosition(problem.Line, problem.Column);
        return Diagnostic.Create(
            problem.Id == SchemaProblems.NotJson ? NotJson : NotUsable,
            Location.Create(problem.Path, default, new LinePositionSpan(place, place)),
            problem.Message
        );
    }
}
