using System.Reflection;
using LaunchSdk.SchemaGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.SchemaGenerator.Tests.Running;

/// <summary>
/// Compiles generated code as strictly as can be: nullable, warnings as errors, no implicit usings, documentation checked.
/// </summary>
internal static class TargetCompilation
{
    // src/Shared is C# 14, which this version of the compiler calls a preview.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    // The parts of src/Shared that generated code names.
    private static readonly string[] Shared =
    [
        "Options/ConflictCondition.cs",
        "Options/ConflictConditionKind.cs",
        "Options/DockerOption.cs",
        "Options/OptionArity.cs",
        "Options/OptionCeiling.cs",
        "Options/OptionConflict.cs",
        "Options/OptionPart.cs",
        "Options/OptionRefusal.cs",
        "Options/OptionValue.cs",
        "Options/RefusalCondition.cs",
        "Options/RefusalOutcome.cs",
        "Problems/AddressText.cs",
        "Problems/CodeLocation.cs",
        "Problems/ConfigEdit.cs",
        "Problems/FileLocation.cs",
        "Problems/LongText.cs",
        "Problems/MessageText.cs",
        "Problems/NamedSecrets.cs",
        "Problems/NearestName.cs",
        "Problems/PrintableText.cs",
        "Problems/Problem.cs",
        "Problems/ProblemHint.cs",
        "Problems/ProblemHintKind.cs",
        "Problems/ProblemLocation.cs",
        "Problems/ProblemRule.cs",
        "Problems/ProblemSeverity.cs",
        "Problems/RequestLocation.cs",
        "Problems/SecretShapes.cs",
        "Problems/SecretValue.cs",
        "Problems/TextPosition.cs",
        "Problems/TextRange.cs",
        "Problems/ValueMask.cs",
        "Problems/Violation.cs",
        "Validation/Schema/AnySchema.cs",
        "Validation/Schema/ListSchema.cs",
        "Validation/Schema/MapSchema.cs",
        "Validation/Schema/ObjectSchema.cs",
        "Validation/Schema/OptionSetSchema.cs",
        "Validation/Schema/PropertySchema.cs",
        "Validation/Schema/ScalarKinds.cs",
        "Validation/Schema/ScalarSchema.cs",
        "Validation/Schema/SchemaNode.cs",
        "Values/DockerValue.cs",
        "Values/Go/GoBool.cs",
        "Values/Go/GoCase.cs",
        "Values/Go/GoText.cs",
        "Values/Grammars/GrammarCheck.cs",
        "Values/Refusal.cs",
        "Values/GrammarError.cs",
        "Values/Templates/TemplateHole.cs",
        "Values/Templates/TemplateText.cs",
        "Values/ValueParser.cs",
    ];

    // What generated records call.
    private static readonly string[] Support =
    [
        "ConfigEquality.cs",
        "ConfigRead.cs",
        "ConfigValue.cs",
        "ConfigWrite.cs",
        "MemberPrinter.cs",
    ];

    private static readonly string[] Usings = ["System", "System.Collections.Generic", "System.Linq"];

    /// <summary>What the compiler says of the generated files.</summary>
    public static IReadOnlyList<string> Problems(GeneratorRun run, bool withModel)
    {
        var compilation = Create(run, withModel);
        return
        [
            .. compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Where(diagnostic => diagnostic.Id != "CS1591" || run.Files.ContainsKey(diagnostic.Location.SourceTree!.FilePath))
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }

    /// <summary>The tables, ready to be called.</summary>
    public static Assembly Load(GeneratorRun run)
    {
        using var image = new MemoryStream();
        var emitted = Create(run, withModel: false).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(image.ToArray());
    }

    private static CSharpCompilation Create(GeneratorRun run, bool withModel)
    {
        var generated = run.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, Parsing, file.Key));
        var handWritten = Shared
            .Select(path => WithUsings(RepositoryFiles.Read("src/Shared/" + path)))
            .Concat(ValueTypes().Concat(withModel ? Stubs() : []).Select(WithUsings))
            .Select(text => CSharpSyntaxTree.ParseText(text, Parsing));
        return CSharpCompilation.Create(
            "Target",
            generated.Concat(handWritten),
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error
            )
        );
    }

    private static IEnumerable<string> ValueTypes()
    {
        var template = File.ReadAllText(Folder("ValueType.txt"));
        var method = File.ReadAllText(Folder("TryParse.txt"));
        return Grammars
            .Rows.GroupBy(row => row.Type, row => row.Parse)
            .Select(type =>
                template
                    .Replace("METHODS", string.Concat(type.Append("TryParse").Distinct().Select(Method)), StringComparison.Ordinal)
                    .Replace("TYPE", type.Key, StringComparison.Ordinal)
            )
            .Append(
                template
                    .Replace("METHODS", Method("TryParse"), StringComparison.Ordinal)
                    .Replace("TYPE", Grammars.TextValue, StringComparison.Ordinal)
            );

        string Method(string name) => method.Replace("NAME", name, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Stubs() =>
        Directory
            .EnumerateFiles(Folder(""), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Concat(Support.Select(name => RepositoryFiles.Read("src/LaunchSdk/Configuration/" + name)));

    private static string Folder(string name) => RepositoryFiles.PathOf("tests/LaunchSdk.SchemaGenerator.Tests/Stubs/" + name);

    // Only generated code has to live without implicit usings.
    private static string WithUsings(string text) => string.Concat(Usings.Select(name => $"using {name};\n")) + text;

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
            )
            .Select(path => MetadataReference.CreateFromFile(path));
}
