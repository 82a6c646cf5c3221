using LaunchSdk.SchemaGenerator.Emission;
using LaunchSdk.SchemaGenerator.Models;
using LaunchSdk.SchemaGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LaunchSdk.SchemaGenerator;

/// <summary>schemas/*.schema.json to C#: the option table, the schema tables, and the types that users write configurations with.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    private const string KindKey = "build_metadata.AdditionalFiles.LaunchSdkKind";
    private const string SchemaKind = "schema";
    private const string EmitKey = "build_property.LaunchSdkEmit";

    // These have tables and no records: a queue is one hand-written class, whatever the shape of its file.
    private static readonly HashSet<string> HandWritten = new(StringComparer.Ordinal)
    {
        "DockerQueueConfig",
        "DockerQueueDefinition",
        "QueueResourceArguments",
    };

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var mode = context
            .AnalyzerConfigOptionsProvider.Select(static (options, _) => ReadMode(options))
            .WithTrackingName(StepNames.ReadEmitMode);
        var schemas = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => IsSchema(pair.Left, pair.Right))
            .Select(static (pair, token) => new SchemaSource(pair.Left.Path, pair.Left.GetText(token)?.ToString() ?? string.Empty))
            .WithTrackingName(StepNames.ReadSchemas)
            .Select(static (source, _) => SchemaReader.Read(source))
            .WithTrackingName(StepNames.ParseSchemas)
            .Collect();

        var problems = schemas
            .Select(static (models, _) => models.SelectMany(model => model.Problems).ToEquatableArray())
            .WithTrackingName(StepNames.SelectProblems);
        var options = schemas
            .Select(static (models, _) => models.SelectMany(model => model.Options).ToEquatableArray())
            .WithTrackingName(StepNames.SelectOptions);
        var objects = schemas
            .Select(static (models, _) => Distinct(models.SelectMany(model => model.Objects), model => model.ClassName))
            .WithTrackingName(StepNames.SelectObjects);
        var enums = schemas
            .Select(static (models, _) => Distinct(models.SelectMany(model => model.Enums), model => model.Name))
            .WithTrackingName(StepNames.SelectEnums);
        var valueTypes = options.Select(static (rows, _) => OptionTypes.Used(rows)).WithTrackingName(StepNames.SelectValueTypes);

        context.RegisterSourceOutput(problems, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(
            options.Combine(mode),
            static (output, pair) =>
            {
                Add(
                    output,
                    pair.Right,
                    EmitMode.Tables,
                    pair.Left.Count,
                    () =>
                        [
                            OptionTableEmitter.Emit(pair.Left),
                            OptionLookupEmitter.Emit(pair.Left),
                            .. GrammarEmitter.Emit(pair.Left),
                            .. WordsEmitter.Of(pair.Left).Select(WordsEmitter.Emit),
                        ]
                );
                Add(
                    output,
                    pair.Right,
                    EmitMode.Model,
                    pair.Left.Count,
                    () => [QueueConfigEmitter.Emit(pair.Left), QueueBuilderEmitter.Emit(pair.Left)]
                );
            }
        );
        context.RegisterSourceOutput(
            objects.Combine(mode),
            static (output, pair) =>
            {
                Add(output, pair.Right, EmitMode.Tables, pair.Left.Count, () => [SchemaTableEmitter.Emit(pair.Left)]);
                Add(
                    output,
                    pair.Right,
                    EmitMode.Model,
                    pair.Left.Count,
                    () => pair.Left.Where(model => !HandWritten.Contains(model.ClassName)).SelectMany(EmitObject)
                );
            }
        );
        context.RegisterSourceOutput(
            enums.Combine(mode),
            static (output, pair) =>
                Add(
                    output,
                    pair.Right,
                    EmitMode.Model,
                    pair.Left.Count,
                    () => pair.Left.Where(model => !HandWritten.Contains(model.Owner)).Select(ConfigEnumEmitter.Emit)
                )
        );
        context.RegisterSourceOutput(
            valueTypes.Combine(mode),
            static (output, pair) => Add(output, pair.Right, EmitMode.Model, pair.Left.Count, () => [ValueParsingEmitter.Emit(pair.Left)])
        );
    }

    private static bool IsSchema(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(KindKey, out var kind) && kind == SchemaKind;

    private static EmitMode ReadMode(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(EmitKey, out var text) && Enum.TryParse<EmitMode>(text, ignoreCase: true, out var mode)
            ? mode
            : EmitMode.None;

    private static EquatableArray<T> Distinct<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> => items.GroupBy(name, StringComparer.Ordinal).Select(group => group.First()).ToEquatableArray();

    private static IEnumerable<GeneratedFile> EmitObject(ObjectModel model) =>
        model.IsRoot ? [ConfigRecordEmitter.Emit(model), ConfigBuilderEmitter.Emit(model)] : [ConfigRecordEmitter.Emit(model)];

    private static void Add(
        SourceProductionContext output,
        EmitMode mode,
        EmitMode needed,
        int count,
        Func<IEnumerable<GeneratedFile>> emit
    )
    {
        if (mode < needed || count == 0)
        {
            return;
        }

        foreach (var file in emit())
        {
            output.AddSource(file.HintName, file.Text);
        }
    }

    private static void Report(SourceProductionContext output, EquatableArray<SchemaProblem> problems)
    {
        foreach (var problem in problems)
        {
            output.ReportDiagnostic(SchemaProblemDescriptors.ToDiagnostic(problem));
        }
    }
}
