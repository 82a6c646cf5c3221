using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary><c>launch validate FILE...</c></summary>
internal static class ValidateCommand
{
    // A name mended in one file can show another's; two rounds are what real projects need.
    private const int MostRounds = 10;

    public static Command Create(ToolConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files to check, or folders with launch-config.yaml and queues/; - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var kind = new WordOption<ConfigKind>("--kind", "What the files are; told by name and keys unless given", null);
        var format = new WordOption<ProblemFormat>("--format", "How problems are printed", ProblemFormat.Text);
        var allowed = new Option<string[]>("--allow-env") { Description = "Let ${NAME} read this environment variable", HelpName = "NAME" };
        var fix = new Option<bool>("--fix") { Description = "Mend what a machine can mend and report what is left; - is printed, mended" };
        var command = new Command("validate", HelpText.Validate.Summary) { files, kind.Option, format.Option, allowed, fix };
        command.SetAction(arguments =>
        {
            var options = new QueueReadOptions { AllowedEnvironment = arguments.GetValue(allowed) ?? [] };
            var fileKind = kind.Read(arguments);
            var names = arguments.GetRequiredValue(files);
            var fixer = arguments.GetValue(fix) ? new FileFixer(console, document => Check(document, fileKind, options)) : null;

            // The mended text of standard input has standard output for itself.
            var report = fixer is not null && names.Contains("-") ? console.Error : console.Out;
            var checkedFiles = Run(console, names, CheckFile, fileKind);
            var mendsProject = fixer is not null && !names.Contains("-");
            for (var round = 0; mendsProject && round < MostRounds && checkedFiles.Project.Mend(fixer!); round++)
            {
                checkedFiles = Run(console, names, CheckFile, fileKind);
            }

            return Report(console, checkedFiles, report, format.Read(arguments)!.Value);

            (Documents.ConfigDocument Document, IReadOnlyList<Problem> Problems) CheckFile(string file)
            {
                if (fixer is not null)
                {
                    return fixer.Fix(file);
                }

                var document = ConfigInput.Read(file, console);
                return (document, Check(document, fileKind, options));
            }
        });
        return command;
    }

    private static CheckedFiles Run(
        ToolConsole console,
        string[] files,
        Func<string, (Documents.ConfigDocument Document, IReadOnlyList<Problem> Problems)> check,
        ConfigKind? kind
    )
    {
        var found = new CheckedFiles(new ProjectCheck(kind), [], []);
        foreach (var file in ConfigFolder.Expand(files, console))
        {
            try
            {
                var (document, problems) = check(file);
                found.Project.Add(document);
                found.Problems.AddRange(problems);
            }
            catch (InputException failure)
            {
                // One file that is not there takes nothing away from what is wrong with the others.
                found.Unreadable.Add(failure.Message);
            }
        }

        return found;
    }

    private static int Report(ToolConsole console, CheckedFiles found, TextWriter report, ProblemFormat format)
    {
        foreach (var message in found.Unreadable)
        {
            console.Error.WriteLine($"launch: {message}");
        }

        List<Problem> problems = [.. found.Problems, .. found.Project.Find()];
        ProblemWriter.Write(report, problems, format);
        return found.Unreadable.Count > 0 || problems.Exists(problem => problem.Severity == ProblemSeverity.Error)
            ? ExitCodes.ConfigurationError
            : ExitCodes.Success;
    }

    private static IReadOnlyList<Problem> Check(Documents.ConfigDocument document, ConfigKind? kind, QueueReadOptions options) =>
        (kind ?? ConfigKinds.Detect(document)) switch
        {
            ConfigKind.Agent => AgentConfigFile.Read(document).Problems,
            ConfigKind.Job => JobFile.Read(document, options).Problems,
            _ => QueueFile.Read(document, options).Problems,
        };

    private sealed record CheckedFiles(ProjectCheck Project, List<Problem> Problems, List<string> Unreadable);
}
