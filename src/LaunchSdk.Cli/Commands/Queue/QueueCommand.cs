using System.CommandLine;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Queue;

/// <summary><c>launch queue</c></summary>
internal static class QueueCommand
{
    /// <summary>The command with its own commands; each one's help is added to the texts.</summary>
    public static Command Create(ToolConsole console, IDictionary<Command, HelpText> texts)
    {
        var command = new Command("queue", HelpText.Queue.Summary);
        Add(QueueSetCommand.Create(console), HelpText.QueueCreate);
        Add(QueueSetCommand.Update(console), HelpText.QueueUpdate);
        Add(QueueListCommand.Create(console), HelpText.QueueList);
        Add(QueueShowCommand.Create(console), HelpText.QueueShow);
        Add(QueueDeleteCommand.Create(console), HelpText.QueueDelete);
        return command;

        void Add(Command subcommand, HelpText text)
        {
            command.Subcommands.Add(subcommand);
            texts.Add(subcommand, text);
        }
    }
}
