using LaunchSdk.Configuration;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Shells;
using LaunchSdk.Validation;
using LaunchSdk.Values;

namespace LaunchSdk.Commands;

/// <summary>
/// A complete <c>docker run</c>: options, then the image, then the container's command. Nothing in it is a template any more.
/// </summary>
public sealed class DockerRunCommand
{
    private DockerRunCommand(OptionSettings options, QueueBuilderConfig? builder, ImageReference image, IReadOnlyList<string> command)
    {
        Options = options;
        Builder = builder;
        Image = image;
        Command = command;
    }

    /// <summary>The options in the order in which docker gets them.</summary>
    public OptionSettings Options { get; }

    /// <summary>
    /// What the queue says of building the image (<c>builder</c>); null for nothing. It is no part of the docker command.
    /// </summary>
    public QueueBuilderConfig? Builder { get; }

    /// <summary>The image.</summary>
    public ImageReference Image { get; }

    /// <summary>The container's command and arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Command { get; }

    /// <summary>Merges, fills in templates, and checks the whole. Every problem is reported at once.</summary>
    /// <param name="request">Queue, override, image and values.</param>
    /// <returns>The command, or the problems.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static ConfigResult<DockerRunCommand> Create(DockerRunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<Problem>();
        var substitution = new TemplateSubstitution(request, VariableValues.Resolve(request, problems), problems);
        var options = substitution.Apply(OptionMerge.Merge(request.Queue.Config.Settings, request.Override?.Settings));
        var builder = substitution.Apply(request.Queue.Config.Builder);
        foreach (var (rule, setting, message) in SettingRules.Find(options))
        {
            problems.Add(setting.CreateProblem(rule, message));
        }

        if (!ImageReference.TryParse(request.Image, out var image, out var error))
        {
            problems.Add(
                new Problem(ProblemRules.InvalidImage, "image", default, new TextPosition(1, 1), new TextPosition(1, 1), error.Message)
            );
        }

        var command = image is null ? null : new DockerRunCommand(options, builder, image, [.. request.Command]);
        return new ConfigResult<DockerRunCommand>(command, problems);
    }

    /// <summary>
    /// The options that <see cref="Create"/> merges and fills in, whatever is wrong with them; a template without a value stays one.
    /// </summary>
    internal static OptionSettings MergeOptions(DockerRunRequest request)
    {
        var problems = new List<Problem>();
        return new TemplateSubstitution(request, VariableValues.Resolve(request, problems), problems).Apply(
            OptionMerge.Merge(request.Queue.Config.Settings, request.Override?.Settings)
        );
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
