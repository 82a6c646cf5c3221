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
internal sealed class BuildCommand : RunnableCommand
{
    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "Directory (./train), git repository (https, ssh, user@host:path; #version:folder) or image",
    };
    private readonly BuildInput _input = new("Queue whose builder.accelerator.base_image is the base of a generated Dockerfile");
    private readonly Option<bool> _push = new("--push") { Description = "Push the image to the builder.destination of --config" };
    private readonly Option<string[]> _tags = new("--tag") { Description = "Further name of the image; repeatable", HelpName = "IMAGE" };
    private readonly Option<bool> _rebuild = new("--rebuild")
    {
        Description = "Build although the image exists, on base images that are pulled again",
    };
    private readonly Option<bool> _print = new("--print-dockerfile")
    {
        Description = "Print the Dockerfile; nothing is built, no engine is asked",
    };
    private readonly Option<bool> _list = new("--list-context")
    {
        Description = "List the files that a build would get; nothing is built, no engine is asked",
    };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print the image's name only" };

    /// <summary>The command.</summary>
    /// <param name="console">Input and output.</param>
    public BuildCommand(ToolConsole console)
        : base(console, "build", "Build the image of a job's source, unless the engine or the registry has it, and print its name.")
    {
        Add(_source);
        Add(_push);
        Add(_tags);
        Add(_rebuild);
        Add(_print);
        Add(_list);
        Add(_quiet);
        _input.AddTo(this);
    }

    /// <inheritdoc/>
    public override CommandHelp Help =>
        new()
        {
            ExitCodes =
            [
                new(ExitCodes.Success, "the engine or the registry has the image"),
                new(ExitCodes.ConfigurationError, "the source or a file has problems"),
                new(ExitCodes.EngineError, "the build, a push or the engine failed"),
            ],
            Examples =
            [
                "launch build ./train --entry-point 'python train.py'",
                "launch build https://github.com/team/train.git#v1.4:jobs --entry-point 'python train.py' --queue gpu.yaml",
                "launch build ./train --config launch-config.yaml --push",
                "launch build ./train --entry-point 'python train.py' --print-dockerfile",
            ],
        };

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (_input.CreateRequest(arguments.GetRequiredValue(_source), null, arguments, Console) is not { } request)
        {
            return ExitCodes.ConfigurationError;
        }

        if (arguments.GetValue(_print) || arguments.GetValue(_list))
        {
            return await PreviewAsync(arguments, request, cancellationToken).ConfigureAwait(false);
        }

        if (request.Builder == ImageBuilderKind.Noop && request.Source is not ImageSource)
        {
            throw new ImageBuildException(
                request.Source.Text,
                "builder.type is noop, which builds no images",
                "Run the code in the queue's builder.base_image with `launch run SOURCE --queue FILE`, or write builder.type: docker"
            );
        }

        request = request with
        {
            Push = arguments.GetValue(_push),
            Rebuild = arguments.GetValue(_rebuild),
            Tags =
            [
                .. (arguments.GetValue(_tags) ?? []).Select(static tag =>
                    BuildInput.Value<ImageReference>("--tag", tag, ImageReference.TryParse)
                ),
            ],
        };
        return await BuildAsync(request, arguments.GetValue(_quiet), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> BuildAsync(JobImageRequest request, bool isQuiet, CancellationToken cancellationToken)
    {
        var docker = new LaunchDocker(EngineConnection.Options(Console));
        await using var disposal = docker.ConfigureAwait(false);
        var image = await BuildReport.BuildAsync(Console, docker, request, isQuiet, cancellationToken).ConfigureAwait(false);
        await using var handle = image.ConfigureAwait(false);
        await Console.Out.WriteLineAsync(image.Reference.Text).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<int> PreviewAsync(ParseResult arguments, JobImageRequest request, CancellationToken cancellationToken)
    {
        var preview = await JobImagePreview.OpenAsync(request, Console.Environment, cancellationToken).ConfigureAwait(false);
        await using var disposal = preview.ConfigureAwait(false);
        if (arguments.GetValue(_print))
        {
            Console.WriteContent(preview.Dockerfile.Text.TrimEnd('\n') + "\n");
        }

        foreach (var entry in arguments.GetValue(_list) ? preview.Context.Entries : [])
        {
            await Console.Out.WriteLineAsync(Line(entry)).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private static string Line(ContextEntry entry) =>
        entry.Kind switch
        {
            ContextEntryKind.Directory => $"{entry.Path}/",
            ContextEntryKind.SymbolicLink => $"{entry.Path} -> {entry.LinkTarget}",
            _ => entry.Path,
        };
}
