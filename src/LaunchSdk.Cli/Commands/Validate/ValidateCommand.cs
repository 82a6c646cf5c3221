using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary><c>launch validate FILE...</c></summary>
internal sealed class ValidateCommand : RunnableCommand
{
    // A name fixed in one file can show another's; two rounds are what real projects need.
    private const int MostRounds = 10;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files to check, or folders with launch-config.yaml and queues/; - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly WordOption<ConfigKind> _kind = new("--kind", "What the files are; recognized by name and keys unless given", null);
    private readonly WordOption<ProblemFormat> _format = new("--format", "How problems are printed", ProblemFormat.Text);
    private readonly Option<string[]> _allowed = new("--allow-env")
    {
        Description = "Let ${NAME} read this environment variable; repeatable",
        HelpName = "NAME",
    };
    private readonly Option<bool> _fix = new("--fix")
    {
        Description = "Fix what can be fixed automatically and report what is left; - is printed, fixed",
    };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public ValidateCommand(ToolConsole console)
        : base(console, "validate", "Check queue, agent and job files; every problem is reported at once.")
    {
        Add(_files);
        Add(_kind);
        Add(_format);
        Add(_allowed);
        Add(_fix);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes =
            [
                new(ExitCodes.Success, "no errors; there may be warnings"),
                new(ExitCodes.ConfigurationError, "errors, or a file that cannot be read"),
            ],
            Examples =
            [
                "launch validate queue.yaml",
                "launch validate launch-config.yaml queues/*.yaml --format github",
                "launch validate my-project",
                "launch validate queue.yaml --fix",
                "cat queue.json | launch validate -",
            ],
        };

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var kind = _kind.Read(arguments);
        var options = new QueueReadOptions { AllowedEnvironment = arguments.GetValue(_allowed) ?? [] };
        var names = arguments.GetRequiredValue(_files);
        var format = _format.Read(arguments)!.Value;
        return Task.FromResult(arguments.GetValue(_fix) ? Fix(names, kind, options, format) : Check(names, kind, options, format));
    }

    private int Check(string[] names, ConfigKind? kind, QueueReadOptions options, ProblemFormat format)
    {
        var found = Run(
            names,
            kind,
            file =>
            {
                var document = ConfigInput.Read(file, Console);
                return new CheckedFile(document, Check(document, kind, options));
            }
        );
        return Report(found, Console.Out, format);
    }

    private int Fix(string[] names, ConfigKind? kind, QueueReadOptions options, ProblemFormat format)
    {
        var fixer = new FileFixer(Console, document => Check(document, kind, options));
        var found = Run(names, kind, fixer.Fix);

        // The fixed text of standard input has standard output to itself.
        if (names.Contains("-"))
        {
            return Report(found, Console.Error, format);
        }

        for (var round = 0; round < MostRounds && found.Project.Fix(fixer); round++)
        {
            found = Run(names, kind, fixer.Fix);
        }

        return Report(found, Console.Out, format);
    }

    private CheckedFiles Run(string[] files, ConfigKind? kind, Func<string, CheckedFile> check)
    {
        var found = new CheckedFiles(new ProjectCheck(kind), [], []);
        foreach (var file in ConfigFolder.Expand(files, Console))
        {
            try
            {
                var (document, problems) = check(file);
                found.Project.Add(document);
                found.Problems.AddRange(problems);
            }
            catch (InputException failure)
            {
                // The problems of the other files are reported all the same.
                found.Unreadable.Add(failure.Message);
            }
        }

        return found;
    }

    private int Report(CheckedFiles found, TextWriter report, ProblemFormat format)
    {
        foreach (var message in found.Unreadable)
        {
            Console.Error.WriteLine($"launch: {message}");
        }

        List<Problem> problems = [.. found.Problems, .. found.Project.Find()];
        ProblemWriter.Write(report, problems, format);
        return found.Unreadable.Count > 0 || problems.Exists(static problem => problem.Severity == ProblemSeverity.Error)
            ? ExitCodes.ConfigurationError
            : ExitCodes.Success;
    }

    private static IReadOnlyList<Problem> Check(ConfigDocument document, ConfigKind? kind, QueueReadOptions options) =>
        (kind ?? ConfigKinds.Detect(document)) switch
        {
            ConfigKind.Agent => AgentConfigFile.Read(document).Problems,
            ConfigKind.Job => JobFile.Read(document, options).Problems,
            _ => QueueFile.Read(document, options).Problems,
        };

    private sealed record CheckedFiles(ProjectCheck Project, List<Problem> Problems, List<string> Unreadable);
}
