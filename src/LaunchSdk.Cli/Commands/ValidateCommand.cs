using System.CommandLine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Configuration;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch validate FILE...</c></summary>
internal static class ValidateCommand
{
    public static Command Create(ToolConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to check; - for standard input", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<ConfigKind?>("--kind") { Description = "What the files are; told by name and keys unless given" };
        var format = new Option<ProblemFormat>("--format") { Description = "How problems are printed", DefaultValueFactory = _ => ProblemFormat.Text };
        var allowed = new Option<string[]>("--allow-env") { Description = "Let ${NAME} read this environment variable", HelpName = "NAME" };
        var fix = new Option<bool>("--fix") { Description = "Mend what a machine can mend and report what is left; - is printed, mended" };
        var command = new Command("validate", HelpText.Validate) { files, kind, format, allowed, fix };
        command.SetAction(arguments =>
        {
            var options = new QueueReadOptions { AllowedEnvironment = arguments.GetValue(allowed) ?? [] };
            var fileKind = arguments.GetValue(kind);
            var names = arguments.GetRequiredValue(files);
            var problems = arguments.GetValue(fix)
                ? names.SelectMany(file => new FileFixer(console, document => Check(document, fileKind, options)).Fix(file)).ToArray()
                : names.SelectMany(file => Check(ConfigInput.Read(file, console), fileKind, options)).ToArray();

            // The mended text of standard input has standard output for itself.
            var isPrinted = arguments.GetValue(fix) && names.Contains("-");
            return Report(isPrinted ? console.Error : console.Out, problems, arguments.GetValue(format));
        });
        return command;
    }

    private static int Report(TextWriter writer, Problem[] problems, ProblemFormat format)
    {
        ProblemWriter.Write(writer, problems, format);
        return problems.Any(problem => problem.Severity == ProblemSeverity.Error) ? ExitCodes.ConfigurationError : ExitCodes.Success;
    }

    private static IReadOnlyList<Problem> Check(Documents.ConfigDocument document, ConfigKind? kind, QueueReadOptions options) =>
        (kind ?? ConfigKinds.Detect(document)) switch
        {
            ConfigKind.Agent => AgentConfigFile.Read(document).Problems,
            ConfigKind.Job => JobFile.Read(document, options).Problems,
            _ => QueueFile.Read(document, options).Problems,
        };
}
