using LaunchSdk.Analyzers.Files;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;
using LaunchSdk.Validation.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LaunchSdk.CodeFixes;

/// <summary>
/// Mends all problems of one rule in a configuration file as <c>launch validate --fix</c> does: edits that touch each other are made one
/// after the other.
/// </summary>
internal static class ConfigFileFix
{
    /// <summary>The mended text; null where the file alone does not tell what is wrong with it.</summary>
    public static async Task<SourceText?> TryFixAsync(TextDocument document, string ruleId, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (FindCheck(document, text, ruleId, cancellationToken) is not { } check)
        {
            return null;
        }

        var mended = new ConfigFixer(check, problem => problem.Rule.Id == ruleId).Fix(text.ToString());
        return text.WithChanges(new TextChange(new TextSpan(0, text.Length), mended.Text));
    }

    /// <summary>Whether an edit mends its problem and breaks nothing. What the file alone does not tell is taken to.</summary>
    public static async Task<bool> HelpsAsync(
        TextDocument document,
        string ruleId,
        DiagnosticEdit edit,
        CancellationToken cancellationToken
    )
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return FindCheck(document, text, ruleId, cancellationToken) is not { } check
            || new ConfigFixer(check, problem => problem.Rule.Id == ruleId && edit.Makes(problem.Edit!)).Fix(text.ToString()).IsChanged;
    }

    private static Func<string, IReadOnlyList<Problem>>? FindCheck(
        TextDocument document,
        SourceText text,
        string ruleId,
        CancellationToken cancellationToken
    )
    {
        if (ProblemRules.Find(ruleId) is { NeedsProject: true } || FindFile(document) is not { } file)
        {
            return null;
        }

        var format = ConfigFormats.Detect(file.Text.Path, text.ToString());
        var allowed = ProjectSettings.Read(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions).AllowedNames;
        return changed =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ConfigFileValidator.Validate(ConfigDocument.ReadDecoded(changed, format, file.Text.Path), file.Kind, allowed);
        };
    }

    private static ConfigFile? FindFile(TextDocument document)
    {
        var options = document.Project.AnalyzerOptions;
        return options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath) is { } text
            ? ConfigFiles.Find(text, options.AnalyzerConfigOptionsProvider)
            : null;
    }
}
