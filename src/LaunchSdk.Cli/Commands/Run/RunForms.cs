using System.CommandLine.Parsing;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary>
/// The two forms of <c>launch run</c>: --image names an image for the queue FILE, --queue a queue for SOURCE. A command line has one of
/// them.
/// </summary>
internal static class RunForms
{
    private const string Both = "write launch run FILE --image IMAGE for an image, launch run SOURCE --queue FILE for a source";

    /// <summary>Both forms.</summary>
    public static IReadOnlyList<HelpRow> All { get; } =
    [
        new("launch run FILE --image IMAGE [options] [-- COMMAND...]", "runs an image in the queue of FILE"),
        new(
            "launch run SOURCE --queue FILE [options] [-- COMMAND...]",
            "builds the source's image unless the engine or the registry has it, with the queue's base image, then runs it"
        ),
    ];

    /// <summary>Refuses a command line that is neither.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="input">Has --image.</param>
    /// <param name="build">Has --queue and what only a build needs.</param>
    public static void Check(CommandResult result, CommandInput input, BuildInput build)
    {
        var hasImage = input.HasImage(result);
        var hasQueue = build.HasQueue(result);
        if (hasImage && hasQueue)
        {
            result.AddError($"--image and --queue are mutually exclusive: {Both}");
        }
        else if (!hasImage && !hasQueue)
        {
            result.AddError($"Option '--image' is required: {Both}");
        }
        else if (hasImage && build.FindStray(result) is { } stray)
        {
            result.AddError($"'{stray}' is for a source that is built: write launch run SOURCE --queue FILE {stray} ...");
        }
    }
}
