using System.CommandLine;
using LaunchSdk.Cli.Engine;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Commands.Build;

/// <summary><c>launch build SOURCE</c></summary>
internal static class BuildCommand
{
    public static Command Create(ToolConsole console)
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "Directory (./train), git repository (https, ssh, user@host:path; #version:folder) or image",
        };
        var input = new BuildInput("Queue whose base images are taken");
        var push = new Option<bool>("--push") { Description = "Push the image to the destination of --config" };
        var tags = new Option<string[]>("--tag") { Description = "Further name of the image; repeatable", HelpName = "IMAGE" };
        var rebuild = new Option<bool>("--rebuild") { Description = "Build although the image is there, on base images pulled anew" };
        var print = new Option<bool>("--print-dockerfile") { Description = "Print the Dockerfile and build nothing" };
        var list = new Option<bool>("--list-context") { Description = "List the files that a build would get, and build nothing" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the image's name only" };
        var command = new Command("build", HelpText.Build.Summary) { source, push, tags, rebuild, print, list, quiet };
        input.AddTo(command);
        command.SetAction(
            (arguments, cancellationToken) =>
                BuildReport.GuardAsync(
                    console,
                    ExitCodes.ConfigurationError,
                    async () =>
                    {
                        if (input.CreateRequest(arguments.GetRequiredValue(source), null, arguments, console) is not { } request)
                        {
                            return ExitCodes.ConfigurationError;
                        }

                        if (arguments.GetValue(print) || arguments.GetValue(list))
                        {
                            return await PreviewAsync(
                                    console,
                                    request,
                                    arguments.GetValue(print),
                                    arguments.GetValue(list),
                                    cancellationToken
                                )
                                .ConfigureAwait(false);
                        }

                        request = request with
                        {
                            Push = arguments.GetValue(push),
                            Rebuild = arguments.GetValue(rebuild),
                            Tags =
                            [
                                .. (arguments.GetValue(tags) ?? []).Select(static tag =>
                                    BuildInput.Value<ImageReference>("--tag", tag, ImageReference.TryParse)
                                ),
                            ],
                        };
                        return request.Builder == ImageBuilderKind.Noop && request.Source is not ImageSource
                            ? throw new ImageBuildException(
                                request.Source.Text,
                                "builder.type is noop, which builds no images",
                                "Run the code in the queue's builder.base_image with `launch run SOURCE --queue FILE`, or write builder.type: docker"
                            )
                            : await BuildAsync(console, request, arguments.GetValue(quiet), cancellationToken).ConfigureAwait(false);
                    }
                )
        );
        return command;
    }

    private static async Task<int> BuildAsync(
        ToolConsole console,
        JobImageRequest request,
        bool isQuiet,
        CancellationToken cancellationToken
    )
    {
        var docker = new LaunchDocker(EngineCommand.Options(console));
        await using var disposal = docker.ConfigureAwait(false);
        var image = await BuildReport.BuildAsync(console, docker, request, isQuiet, cancellationToken).ConfigureAwait(false);
        await using var handle = image.ConfigureAwait(false);
        await console.Out.WriteLineAsync(image.Reference.Text).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private static async Task<int> PreviewAsync(
        ToolConsole console,
        JobImageRequest request,
        bool printsDockerfile,
        bool listsContext,
        CancellationToken cancellationToken
    )
    {
        var preview = await JobImagePreview.OpenAsync(request, console.Environment, cancellationToken).ConfigureAwait(false);
        await using var disposal = preview.ConfigureAwait(false);
        if (printsDockerfile)
        {
            console.WriteContent(preview.Dockerfile.Text.TrimEnd('\n') + "\n");
        }

        foreach (var entry in listsContext ? preview.Context.Entries : [])
        {
            await console
                .Out.WriteLineAsync(
                    entry.Kind switch
                    {
                        ContextEntryKind.Directory => $"{entry.Path}/",
                        ContextEntryKind.SymbolicLink => $"{entry.Path} -> {entry.LinkTarget}",
                        _ => entry.Path,
                    }
                )
                .ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }
}
