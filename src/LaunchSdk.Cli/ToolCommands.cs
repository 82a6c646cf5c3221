using LaunchSdk.Cli.Commands.Agent;
using LaunchSdk.Cli.Commands.Attach;
using LaunchSdk.Cli.Commands.Build;
using LaunchSdk.Cli.Commands.Cancel;
using LaunchSdk.Cli.Commands.Doctor;
using LaunchSdk.Cli.Commands.Explain;
using LaunchSdk.Cli.Commands.Init;
using LaunchSdk.Cli.Commands.Jobs;
using LaunchSdk.Cli.Commands.Logs;
using LaunchSdk.Cli.Commands.Prune;
using LaunchSdk.Cli.Commands.Ps;
using LaunchSdk.Cli.Commands.Queue;
using LaunchSdk.Cli.Commands.Render;
using LaunchSdk.Cli.Commands.Requeue;
using LaunchSdk.Cli.Commands.Rm;
using LaunchSdk.Cli.Commands.Rules;
using LaunchSdk.Cli.Commands.Run;
using LaunchSdk.Cli.Commands.Stop;
using LaunchSdk.Cli.Commands.Submit;
using LaunchSdk.Cli.Commands.Validate;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli;

/// <summary>The one list of the tool's commands, in the order of the help and of docs/cli.md.</summary>
internal static class ToolCommands
{
    /// <summary>Makes all commands.</summary>
    /// <param name="console">The tool's input and output.</param>
    /// <returns>The commands; those with commands of their own have them below.</returns>
    public static IReadOnlyList<ToolCommand> Create(ToolConsole console) =>
        [
            new InitCommand(console),
            new ValidateCommand(console),
            new RulesCommand(console),
            new RenderCommand(console),
            new ExplainCommand(console),
            new BuildCommand(console),
            new RunCommand(console),
            new PsCommand(console),
            new LogsCommand(console),
            new AttachCommand(console),
            new StopCommand(console),
            new RmCommand(console),
            new PruneCommand(console),
            new DoctorCommand(console),
            new SubmitCommand(console),
            new JobsCommand(console),
            new CancelCommand(console),
            new RequeueCommand(console),
            new QueueCommand(console),
            new AgentCommand(console),
        ];
}
