using System.CommandLine;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Cli.Queues;

namespace LaunchSdk.Cli.Commands;

/// <summary><c>launch queue create</c> and <c>launch queue update</c></summary>
internal static class QueueSetCommand
{
    public static Command Create(ToolConsole console) =>
        Create(
            "create",
            HelpText.QueueCreate,
            console,
            static (backend, queue, cancellationToken) => backend.CreateQueueAsync(queue, cancellationToken)
        );

    public static Command Update(ToolConsole console) =>
        Create(
            "update",
            HelpText.QueueUpdate,
            console,
            static (backend, queue, cancellationToken) => backend.UpdateQueueAsync(queue, cancellationToken)
        );

    private static Command Create(
        string name,
        HelpText text,
        ToolConsole console,
        Func<IRunQueueDefinitions, DockerQueue, CancellationToken, Task<RunQueue>> set
    )
    {
        var input = new QueueInput();
        var command = new Command(name, text.Summary);
        input.AddTo(command);
        BackendCommand.SetAction(
            command,
            console,
            async (arguments, backend, cancellationToken) =>
            {
                if (input.Read(arguments, console) is not { } queue)
                {
                    return ExitCodes.ConfigurationError;
                }

                var done = await set(backend, queue, cancellationToken).ConfigureAwait(false);
                await console.Out.WriteLineAsync(done.Name).ConfigureAwait(false);
                return ExitCodes.Success;
            }
        );
        return command;
    }
}
