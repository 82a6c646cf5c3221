using LaunchSdk.Cli.Streams;
using LaunchSdk.Problems;
using Spectre.Console;

namespace LaunchSdk.Cli.Output;

/// <summary>Drawing on a terminal: the only place that may send it control sequences, and the only way of text into a picture.</summary>
internal static class LiveTerminal
{
    /// <summary>A console that draws on the terminal below a writer.</summary>
    public static IAnsiConsole Create(TextWriter writer) =>
#pragma warning disable RS0030 // Banned everywhere else.
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new TerminalOutput(PrintableWriter.Below(writer)),
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
            }
        );
#pragma warning restore RS0030

    /// <summary>Text from outside as markup: one line, in which nothing is markup or moves the cursor.</summary>
    public static string Markup(string text) =>
#pragma warning disable RS0030 // Banned everywhere else.
        Spectre.Console.Markup.Escape(PrintableText.Message(text));
#pragma warning restore RS0030
}
