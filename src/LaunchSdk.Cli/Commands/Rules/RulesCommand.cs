using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Rules;

/// <summary><c>launch rules</c></summary>
internal sealed class RulesCommand : RunnableCommand
{
    private static readonly string[] Header = ["ID", "SEVERITY", "FIX", "RULE"];

    private readonly WordOption<RulesFormat> _format = new("--format", "What to print", RulesFormat.Text);

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public RulesCommand(ToolConsole console)
        : base(console, "rules", "List the rules that files and C# are checked with.") => Add(_format);

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes = [new(ExitCodes.Success, "listed")],
            Examples = ["launch rules", "launch rules --format json", "launch rules --format md"],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await Console.Out.WriteAsync(Render(_format.Read(arguments)!.Value)).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    /// <summary>The rules as rows of a table in Markdown.</summary>
    /// <param name="link">The address of a rule's page.</param>
    /// <returns>The table.</returns>
    public static string ToMarkdown(Func<ProblemRule, string> link) =>
        "| id | severity | rule | fix |\n| --- | --- | --- | --- |\n"
        + string.Concat(
            ProblemRules.All.Select(rule =>
                $"| [{rule.Id}]({link(rule)}) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {Fix(rule)} |\n"
            )
        );

    private static string Render(RulesFormat format) =>
        format switch
        {
            RulesFormat.Json => JsonList.Render(
                ProblemRules.All,
                static (json, rule) =>
                {
                    json.WriteString("id", rule.Id);
                    json.WriteString("severity", JsonProblems.SeverityWord(rule.Severity));
                    json.WriteString("title", rule.Title);
                    json.WriteBoolean("fix", rule.HasFix);
                    json.WriteString("help", rule.HelpLink);
                }
            ),
            RulesFormat.Md => ToMarkdown(static rule => rule.HelpLink),
            _ => TextTable.Render(
                Header,
                ProblemRules.All.Select(static rule => (string[])[rule.Id, JsonProblems.SeverityWord(rule.Severity), Fix(rule), rule.Title])
            ),
        };

    private static string Fix(ProblemRule rule) => rule.HasFix ? "yes" : "";
}
