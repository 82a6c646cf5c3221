using System.CommandLine.Parsing;
using LaunchSdk.Cli.Input;

namespace LaunchSdk.Cli.Commands.Run;

/// <summary>Tells the two forms of <c>launch run</c> apart: --image names an image for the queue FILE, --queue a queue for SOURCE. One of them is there, never both.</summary>
internal static class RunForms
{
    /// <summary>Refuses a command line that is neither.</summary>
    public static void Check(CommandResult result, CommandInput input, BuildInput build)
    {
        var hasImage = input.HasImage(result);
        var hasQueue = build.HasQueue(result);
        if (hasImage && hasQueue)
        {
            result.AddError(
                "--image and --queue exclude each other: write launch run FILE --image IMAGE for an image, launch run SOURCE --queue FILE for a source"
            );
        }
        else if (!hasImage && !hasQueue)
        {
            result.AddError(
                "Option '--image' is required: write launch run FILE --image IMAGE for an image, launch run SOURCE --queue FILE for a source"
            );
        }
        else if (hasImage && build.FindStray(result) is { } stray)
        {
            result.AddError($"'{stray}' is for a source that is built: write launch run SOURCE --queue FILE {stray} ...");
        }
    }
}
