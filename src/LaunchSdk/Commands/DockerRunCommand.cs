using LaunchSdk.Configuration;
using LaunchSdk.Settings;
using LaunchSdk.Shells;
using LaunchSdk.Values;

namespace LaunchSdk.Commands;

/// <summary>
/// A complete <c>docker run</c>: options, then the image, then the container's command. Nothing in it is a template any more.
/// </summary>
public sealed class DockerRunCommand
{
    internal DockerRunCommand(LayeredRun run, ImageReference image, IReadOnlyList<string> command)
    {
        Run = run;
        Image = image;
        Command = command;
    }

    /// <summary>The resolved layers that the command is made from.</summary>
    public LayeredRun Run { get; }

    /// <summary>The options in the order in which docker gets them.</summary>
    public OptionSettings Options => Run.Settings;

    /// <summary>
    /// What the queue says of building the image (<c>builder</c>); null for nothing. It is no part of the docker command.
    /// </summary>
    public QueueBuilderConfig? Builder => Run.Builder;

    /// <summary>The image.</summary>
    public ImageReference Image { get; }

    /// <summary>The container's command and arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Command { get; }

    /// <summary>Merges, fills in templates, and checks the whole. Every problem is reported at once.</summary>
    /// <param name="request">What the command is made from.</param>
    /// <returns>The command, and the problems.</returns>
    public static ConfigResult<DockerRunCommand> Create(DockerRunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LayeredRun.Resolve(request).On(request.Image ?? "");
    }

    /// <summary>
    /// The argument vector behind <c>docker</c>; it starts with <c>run</c>. Never a secret of the environment: a variable that is passed on
    /// is named only.
    /// </summary>
    /// <returns>The arguments, none of them quoted.</returns>
    public IReadOnlyList<string> ToArgumentVector()
    {
        var count = 2 + Command.Count;
        for (var i = 0; i < Options.Count; i++)
        {
            count += OptionArguments.Count(Options[i]);
        }

        var arguments = new List<string>(count) { "run" };
        for (var i = 0; i < Options.Count; i++)
        {
            OptionArguments.Append(arguments, Options[i]);
        }

        arguments.Add(Image.Text);
        arguments.AddRange(Command);
        return arguments;
    }

    /// <summary>The command as a person would type it, quoted for a shell; parsing it there gives the argument vector back.</summary>
    /// <param name="shell">The shell that will read the line.</param>
    /// <returns>One line of visible characters.</returns>
    public string ToShellText(ShellSyntax shell) => ShellText.Render(["docker", .. ToArgumentVector()], shell);
}
