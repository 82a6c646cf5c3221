using LaunchSdk.Analyzers.Diagnostics;
using LaunchSdk.Analyzers.Files;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;
using LaunchSdk.Validation.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes;

/// <summary>Mends all problems of one rule in a configuration file as <c>launch validate --fix</c> does: edits that touch each other are made one after the other.</summary>
internal static class ConfigFileFix
{
    /// <summary>The mended text; null where the file alone does not tell what is wrong with it.</summary>
    public static async Task<SourceText?> TryFixAsync(TextDocument document, string ruleId, CancellationToken cancellationToken)
    {
        if (LaunchDiagnostics.OfProject.Any(rule => rule.Id == ruleId) || FindFile(document) is not { } file)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var content = text.ToString();
        var format = ConfigFormats.Detect(file.Text.Path, content);
        var allowed = ProjectSettings.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions).AllowedNames;
        var mended = new ConfigFixer(Check, problem => problem.Rule.Id == ruleId).Fix(content);
        return text.WithChanges(new TextChange(new TextSpan(0, text.Length), mended.Text));

        IReadOnlyList<Problem> Check(string changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ConfigFileValidator.Validate(ConfigDocument.Read(changed, format, file.Text.Path), file.Kind, allowed);
        }
    }

    private static ConfigFile? FindFile(TextDocument document)
    {
        var options = document.Project.AnalyzerOptions;
        return options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath) is { } text
            ? ConfigFiles.Find(text, options.AnalyzerConfigOptionsProvider)
            : null;
    }
}
