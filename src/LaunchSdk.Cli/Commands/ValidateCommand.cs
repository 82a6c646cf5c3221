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
        var command = new Command("validate", HelpText.Validate) { files, kind, format, allowed };
        command.SetAction(arguments => Run(
            console,
            arguments.GetRequiredValue(files),
            arguments.GetValue(kind),
            arguments.GetValue(format),
            new QueueReadOptions { AllowedEnvironment = arguments.GetValue(allowed) ?? [] }));
        return command;
    }

    private static int Run(ToolConsole console, string[] files, ConfigKind? kind, ProblemFormat format, QueueReadOptions options)
    {
        var problems = files.SelectMany(file => Check(ConfigInput.Read(file, console), kind, options)).ToArray();
        ProblemWriter.Write(console.Out, problems, format);
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
