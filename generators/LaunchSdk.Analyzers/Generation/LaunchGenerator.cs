using LaunchSdk.Analyzers.Files;
using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>Hands the project's configuration files back as typed members: <c>LaunchQueues.GpuWorkstation</c>, <c>LaunchConfigs.LaunchConfig</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LaunchGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions))
            .WithTrackingName(StepNames.ReadSettings);

        var members = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ConfigFiles.Find(pair.Left, pair.Right))
            .Where(static file => file is { Kind: not ConfigFileKind.Job })
            .WithTrackingName(StepNames.FindFiles)
            .Combine(settings)
            .Select(static (pair, cancellation) => MemberReader.Read(pair.Left!, pair.Right, cancellation))
            .Where(static member => member is not null)
            .WithTrackingName(StepNames.ReadMembers);

        var names = members
            .Collect()
            .Select(static (all, _) => all.Select(member => member!.Name).ToEquatableArray())
            .WithTrackingName(StepNames.CollectNames);

        var clashes = names
            .Select(static (all, _) => FindClashes(all))
            .WithTrackingName(StepNames.FindClashes);

        var selected = members
            .Combine(clashes)
            .Where(static pair => IsFree(pair.Left!.Name, pair.Right))
            .Select(static (pair, _) => pair.Left!)
            .WithTrackingName(StepNames.SelectMembers);

        context.RegisterSourceOutput(selected.Combine(settings), static (output, pair) =>
            output.AddSource($"{pair.Left.Name.Class}.{pair.Left.Name.Name}.g.cs", MemberEmitter.Emit(pair.Left, pair.Right.RootNamespace)));
        context.RegisterSourceOutput(names.Combine(settings), static (output, pair) => AddClasses(output, pair.Left, pair.Right.RootNamespace));
    }

    private static void AddClasses(SourceProductionContext output, EquatableArray<MemberName> names, string rootNamespace)
    {
        if (names.Any(name => name.Class == MemberNames.QueueClass))
        {
            var clashes = FindClashes(names);
            var members = names.Where(name => name.Class == MemberNames.QueueClass && name.HasValue && IsFree(name, clashes)).Select(name => name.Name!);
            output.AddSource($"{MemberNames.QueueClass}.g.cs", MemberEmitter.EmitQueueClass(members, rootNamespace));
        }

        if (names.Any(name => name.Class == MemberNames.AgentClass))
        {
            output.AddSource($"{MemberNames.AgentClass}.g.cs", MemberEmitter.EmitAgentClass(rootNamespace));
        }
    }

    private static EquatableArray<string> FindClashes(EquatableArray<MemberName> names) =>
        new(MemberNames.FindClashes(names.Select(name => name.Name is null ? null : $"{name.Class}.{name.Name}")));

    private static bool IsFree(MemberName name, EquatableArray<string> clashes) =>
        name.Name is not null && !clashes.Contains($"{name.Class}.{name.Name}", StringComparer.OrdinalIgnoreCase);
}
