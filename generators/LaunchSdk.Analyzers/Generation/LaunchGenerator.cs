using LaunchSdk.Analyzers.Files;
using LaunchSdk.Validation;
using Microsoft.CodeAnalysis;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>
/// Hands the project's configuration files back as typed members: <c>LaunchQueues.GpuWorkstation</c>, <c>LaunchConfigs.LaunchConfig</c>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LaunchGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context
            .AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions))
            .WithTrackingName(StepNames.ReadSettings);

        var members = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ConfigFiles.Find(pair.Left, pair.Right))
            .Where(static file => file is { Kind: not ConfigFileKind.Job })
            .WithTrackingName(StepNames.FindFiles)
            .Combine(settings)
            .Select(static (pair, cancellation) => MemberReader.Read(pair.Left!, pair.Right, cancellation))
            .Where(static member => member is not null)
            .WithTrackingName(StepNames.ReadMembers)
            .Collect();

        var parts = members.SelectMany(static (all, _) => MemberParts.Of(all!)).WithTrackingName(StepNames.GroupMembers);

        var classes = members.SelectMany(static (all, _) => MemberClass.Of(all!)).WithTrackingName(StepNames.ListMembers);

        context.RegisterSourceOutput(
            parts.Combine(settings),
            static (output, pair) =>
                output.AddSource($"{pair.Left.Class}.{pair.Left.Number}.g.cs", MemberEmitter.Emit(pair.Left, pair.Right.Namespace))
        );
        context.RegisterSourceOutput(
            classes.Combine(settings),
            static (output, pair) => output.AddSource($"{pair.Left.Name}.g.cs", MemberEmitter.Emit(pair.Left, pair.Right.Namespace))
        );
    }
}
