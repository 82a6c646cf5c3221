using System.CommandLine;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Output;
using LaunchSdk.Commands;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Translation;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch run FILE --image IMAGE</c></summary>
internal static class RunCommand
{
    /// <summary>The command's name: its own errors end with docker's exit code for them, 125.</summary>
    public const string Name = "run";

    public static Command Create(ToolConsole console)
    {
        var input = new CommandInput();
        var command = new Command(Name, HelpText.Run.Summary);
        input.AddTo(command);
        command.SetAction((arguments, cancellationToken) => RunAsync(console, input, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ToolConsole console, CommandInput input, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (input.CreateCommand(arguments, console) is not { } rendered)
        {
            return ExitCodes.EngineError;
        }

        try
        {
            return await RunAsync(console, rendered.Command, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerEngineException failure)
        {
            await console.Error.WriteLineAsync($"launch: {failure.Message}").ConfigureAwait(false);
            return failure.ExitCode;
        }
    }

    private static async Task<int> RunAsync(ToolConsole console, DockerRunCommand command, CancellationToken cancellationToken)
    {
        var engine = await DockerEngine.ConnectAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var disposal = engine.ConfigureAwait(false);
        var client = console.ClientContext() with { EngineAddress = engine.Host };
        var request = CreateRequestTranslator.Translate(command, engine.Target, client);
        console.ReportProblems(request.Problems);
        if (request.HasErrors)
        {
            return ExitCodes.EngineError;
        }

        var plan = ContainerRunPlan.Create(command, request.Value);
        var runner = new ContainerRunner(engine, plan.Quiet ? null : new PullProgressLines(console.Error));
        var output = new StreamContainerOutput(console.RawOut, console.RawError);
        var container = await runner.StartAsync(plan, output, plan.AttachStdin ? console.In : null, cancellationToken).ConfigureAwait(false);
        await using var handle = container.ConfigureAwait(false);
        foreach (var warning in container.Warnings)
        {
            await console.Error.WriteLineAsync($"launch: warning: {warning}").ConfigureAwait(false);
        }

        if (plan.Detach)
        {
            await console.Out.WriteLineAsync(container.Id).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        using var signals = SignalForwarding.Start(container, isWanted: plan.SignalProxy);
        return (await container.Completion.ConfigureAwait(false)).ExitCode ?? ExitCodes.Success;
    }
}
