using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Commands;
using LaunchSdk.Docker;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary><c>launch run FILE --image IMAGE</c>, and <c>launch run SOURCE --queue FILE</c></summary>
internal sealed class RunCommand : RunnableCommand
{
    private readonly CommandInput _input = new(takesSource: true);
    private readonly RunFlags _flags = new();
    private readonly BuildInput _build = new("Queue to run in; the first argument is then the source of the image");

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public RunCommand(ToolConsole console)
        : base(console, "run", "Run a queue's container through the Docker Engine API and wait for its end.")
    {
        _input.AddTo(this);
        _flags.AddTo(this);
        _build.AddTo(this);
        Validators.Add(result => RunForms.Check(result, _input, _build));
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            Forms = RunForms.All,
            Sections =
            [
                HelpSection.Of(
                    "The container's command",
                    "Everything after --, unchanged; without it the image's own. It follows a built image's entry point."
                ),
            ],
            ExitCodes =
            [
                new("the container's", "the container ran to its end"),
                new(ExitCodes.Success, "with --detach or the queue's detach: the container was started, and its id is on stdout"),
                new(ExitCodes.TimedOut, "the container was stopped after the --timeout limit"),
                new(ExitCodes.EngineError, "the configuration has errors, or the engine refused, failed or cannot be reached"),
                new(126, "the container's program cannot be executed"),
                new(127, "the container's program was not found"),
            ],
            Examples =
            [
                "launch run queue.yaml --image busybox -- echo hello",
                "launch run ./train --queue gpu.yaml --entry-point 'python train.py' -- --epochs 3",
                "DOCKER_HOST=ssh://me@workstation launch run queue.yaml --image pytorch/pytorch -- python train.py",
            ],
        };

    /// <inheritdoc/>
    public override int RefusedCode => ExitCodes.EngineError;

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        _build.QueueFile(arguments) is { } queue
            ? RunSourceAsync(arguments, queue, cancellationToken)
            : RunImageAsync(arguments, cancellationToken);

    private async Task<int> RunImageAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        _input.CreateCommand(arguments, Console, request => _flags.LayOver(request, arguments)) is { } command
            ? await Start(arguments).RunAsync(command, cancellationToken).ConfigureAwait(false)
            : RefusedCode;

    private async Task<int> RunSourceAsync(ParseResult arguments, string queue, CancellationToken cancellationToken)
    {
        if (_input.CreateRun(arguments, Console, request => _flags.LayOver(request, arguments), queue) is not { } run)
        {
            return RefusedCode;
        }

        var config = run.Request.Queue.Config with { Builder = run.Builder };
        if (_build.CreateRequest(_input.First(arguments), config, arguments, Console) is not { } request)
        {
            return RefusedCode;
        }

        var docker = new LaunchDocker(EngineConnection.Options(Console));
        await using var disposal = docker.ConfigureAwait(false);
        var isQuiet = _flags.IsQuiet(arguments);
        var image = await BuildReport.BuildAsync(Console, docker, request, isQuiet, cancellationToken).ConfigureAwait(false);
        await using var handle = image.ConfigureAwait(false);
        var command = DockerRunCommand.Create(image.ApplyTo(run.Request));
        if (command.HasErrors)
        {
            Console.ReportProblems(command.Problems);
            return RefusedCode;
        }

        return await Start(arguments).RunAsync(command.Value, cancellationToken).ConfigureAwait(false);
    }

    private ContainerRun Start(ParseResult arguments) => new(Console, _flags.Timeout(arguments));
}
