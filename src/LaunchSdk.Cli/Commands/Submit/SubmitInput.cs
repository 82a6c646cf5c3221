using System.CommandLine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Commands.Submit;

/// <summary>The arguments that say what a job runs, and how it differs from its queue.</summary>
internal sealed class SubmitInput
{
    private readonly Option<string?> _image = new("--image") { Description = "Image to run", HelpName = "IMAGE" };
    private readonly Option<string?> _job = new("--job")
    {
        Description = "A job file (a launch spec), which the other options change; - for standard input",
        HelpName = "FILE",
    };
    private readonly Option<string?> _name = new("--name") { Description = "The run's name, as people see it", HelpName = "NAME" };
    private readonly Option<string?> _project = new("--project")
    {
        Description = "The project that the run is shown in",
        HelpName = "PROJECT",
    };
    private readonly WordOption<JobPriority> _priority = new("--priority", "How soon it starts, on a queue that has priorities", null);
    private readonly Option<IReadOnlyDictionary<string, string>> _variables = new("--set-var")
    {
        Description = "Value of one of the queue's template variables ({{NAME}}), checked against its schema; repeatable",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = NameValue.ParseAll,
    };

    private readonly Option<string?> _override = new("--override")
    {
        Description = "The job's own options: each replaces the queue's, null removes it. The agent's policy says which are allowed",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _args = WordsOption("--args", "The program's arguments, before those after --");
    private readonly Option<string[]> _entryPoint = WordsOption(
        "--entry-point",
        "The program and its first arguments, in place of the image's own"
    );

    /// <summary>The argument SOURCE, which takes the words after <c>--</c> too.</summary>
    public Argument<string[]> Words { get; } =
        new("SOURCE")
        {
            Description = "Git address, or folder of the agent's machine that its operator allows, to build the image from",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_image, _job, _name, _project, _priority, _variables, _override, _args, _entryPoint];

    /// <summary>The job for a queue; problems go to stderr. Null when there are errors.</summary>
    public LaunchJob? Read(ParseResult arguments, ToolConsole console, DockerQueue queue)
    {
        var (sources, after) = WordsAfterDashes.Split(arguments, Words);
        var job = new LaunchJob();
        if (arguments.GetValue(_job) is { } file)
        {
            var read = JobFile.Read(ConfigInput.Read(file, console), QueueReadOptions.Default);
            console.ReportProblems(read.Problems);
            if (read.HasErrors)
            {
                return null;
            }

            job = read.Value;
        }

        job = LayOver(WithSource(job, sources, arguments, console), arguments, after, queue);
        return TryOverride(job, arguments, console, out var changed) && IsWhole(changed, console) ? changed : null;
    }

    private LaunchJob WithSource(LaunchJob job, string[] sources, ParseResult arguments, ToolConsole console) =>
        (sources, arguments.GetValue(_image)) switch
        {
            ([], null) when arguments.GetValue(_job) is not null => job,
            ([], null) => throw new InputException("there is nothing to run: name a SOURCE, --image IMAGE or --job FILE"),
            ([], { } image) => job with
            {
                Docker = new JobImageSource { DockerImage = image },
                Job = null,
            },
            ([var source], null) => job with { Job = JobSource.Of(source, console), Docker = null },
            ([_], not null) => throw new InputException("there are two things to run, SOURCE and --image: give one of them"),
            _ => throw new InputException($"'{sources[1]}' is one SOURCE too many: write the program's arguments after --"),
        };

    private LaunchJob LayOver(LaunchJob job, ParseResult arguments, string[] after, DockerQueue queue)
    {
        var overrides = job.Overrides ?? new JobOverrides();
        string[] args = [.. arguments.GetValue(_args) ?? [], .. after];
        if (args.Length > 0)
        {
            overrides = overrides with { Args = [.. args.Select(static argument => (ConfigValue)argument)] };
        }

        if (arguments.GetValue(_entryPoint) is { Length: > 0 } entryPoint)
        {
            overrides = overrides with { EntryPoint = entryPoint };
        }

        return job with
        {
            Overrides = overrides == new JobOverrides() ? null : overrides,
            Name = arguments.GetValue(_name) ?? job.Name,
            Project = arguments.GetValue(_project) ?? job.Project,
            Priority = _priority.Read(arguments) ?? job.Priority,
            TemplateVariables = arguments.GetValue(_variables) is { Count: > 0 } values
                ? VariableText.Merge(job.TemplateVariables, values, queue)
                : job.TemplateVariables,
        };
    }

    private bool TryOverride(LaunchJob job, ParseResult arguments, ToolConsole console, out LaunchJob changed)
    {
        changed = job;
        if (arguments.GetValue(_override) is not { } file)
        {
            return true;
        }

        var read = QueueFile.ReadOverride(ConfigInput.Read(file, console), QueueReadOptions.Default);
        console.ReportProblems(read.Problems);
        changed = job with { ResourceArgs = new JobResourceArguments { LocalContainer = read.Value } };
        return !read.HasErrors;
    }

    // The rules of the whole job, such as what excludes what, are those of a job file.
    private static bool IsWhole(LaunchJob job, ToolConsole console)
    {
        var read = LaunchJob.Parse(job.ToText(ConfigFormat.Json), "job");
        foreach (var problem in read.Problems.Where(static problem => problem.Severity == Problems.ProblemSeverity.Error))
        {
            console.Error.WriteLine($"launch: {ProblemText.Sentence(problem)}");
        }

        return !read.HasErrors;
    }

    private static Option<string[]> WordsOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "WORD",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
}
