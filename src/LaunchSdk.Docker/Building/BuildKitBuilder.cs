using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Building;

/// <summary>BuildKit through a docker command: the context goes to its standard input, progress comes from its error output.</summary>
internal sealed class BuildKitBuilder(DockerEngine engine, BuildKitCommand command) : IBuilder
{
    /// <inheritdoc/>
    public async Task<string?> BuildAsync(BuildOrder order, CancellationToken cancellationToken)
    {
        if (order.BuildArguments.Keys.FirstOrDefault(BuildKitEnvironment.IsReserved) is { } reserved)
        {
            throw new ImageBuildException(
                order.Source,
                $"the build argument '{reserved}' has the name of a variable that the docker command reads for itself",
                "Name it otherwise in the Dockerfile's ARG line"
            );
        }

        if (order.Platforms.Count > 1 && !command.HasBuildx)
        {
            throw BuildRules.NoBuildKit(order.Source, "the image is of several platforms, which only docker's buildx builds");
        }

        await PullGivenAsync(order, cancellationToken).ConfigureAwait(false);
        var masker = BuildSecrets.CreateMasker(order, []);
        var transcript = new BuildTranscript(order.Report, masker);
        var log = new BuildKitLog(transcript, order.Report, masker);
        using var metadata = order.Pushes ? new BuildxMetadata() : null;
        using var process = Start(order, metadata);
        try
        {
            // The docker command would wait for a silent engine without end.
            await engine
                .Transport.Pulse.WatchAsync(
                    (wait, token) => FollowAsync(process, order, log, wait.Renew, token),
                    engine.Transport.Bounds.Build,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (EngineSilentException e)
        {
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw EngineFault.Silent(engine.Transport.Endpoint, "docker build", e);
        }
        catch
        {
            // It closes its session with the engine when it ends, and the engine stops the build.
            ClientProgram.EndAll(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw Failed(order, transcript, log);
        }

        return metadata?.ReadDigest();
    }

    // The exit code.
    private static async Task<int> FollowAsync(
        Process process,
        BuildOrder order,
        BuildKitLog log,
        Action heard,
        CancellationToken cancellationToken
    )
    {
        using var ending = cancellationToken.Register(static started => ClientProgram.EndAll((Process)started!), process);
        var reading = Task.WhenAll(ReadAsync(process.StandardError, log, heard), ReadAsync(process.StandardOutput, log, heard));
        await SendAsync(process, order, cancellationToken).ConfigureAwait(false);
        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode;
    }

    private Process Start(BuildOrder order, BuildxMetadata? metadata)
    {
        try
        {
            return ClientProgram.Start(command.Path, Arguments(order, metadata), BuildKitEnvironment.ForBuild(engine, order));
        }
        catch (Win32Exception e)
        {
            throw new ImageBuildException(
                order.Source,
                $"{command.Path} cannot be started: {e.Message}",
                "Look whether it is a program that this user may run",
                e
            );
        }
    }

    private string[] Arguments(BuildOrder order, BuildxMetadata? metadata)
    {
        var arguments = new List<string>();
        arguments.AddRange(command.HasBuildx ? ["buildx", "build"] : ["build"]);
        if (metadata is not null)
        {
            arguments.AddRange(["--push", "--metadata-file", metadata.Path]);
        }
        else if (command.HasBuildx)
        {
            arguments.Add("--load");
        }

        arguments.AddRange(["--progress", "plain", "--file", order.Dockerfile]);
        Add(arguments, "--platform", string.Join(',', order.Platforms));
        Add(arguments, "--network", order.Network);
        Add(arguments, "--target", order.Target);
        arguments.AddRange(order.PullsAlways ? ["--pull"] : []);
        arguments.AddRange(order.Tags.SelectMany(static tag => (string[])["--tag", tag]));
        arguments.AddRange(order.Labels.SelectMany(static label => (string[])["--label", $"{label.Key}={label.Value}"]));
        // Without a value the docker command takes it from its environment.
        arguments.AddRange(order.BuildArguments.Keys.SelectMany(static name => (string[])["--build-arg", name]));
        arguments.AddRange(
            order.Secrets.SelectMany(static (secret, index) => (string[])["--secret", BuildKitEnvironment.SecretArgument(index, secret)])
        );
        arguments.Add("-");
        return [.. arguments];
    }

    private static void Add(List<string> arguments, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            arguments.AddRange([name, value]);
        }
    }

    // The docker command logs in with config.json alone; what the program gave, the engine is shown, and BuildKit then finds the image
    // there.
    private async Task PullGivenAsync(BuildOrder order, CancellationToken cancellationToken)
    {
        var puller = new ImagePuller(engine, order.Credentials);
        var store = new ImageStore(engine, order.Credentials);
        foreach (var image in order.BaseImages.Where(order.Credentials.IsGiven))
        {
            if (order.PullsAlways || await store.FindAsync(image, cancellationToken).ConfigureAwait(false) is null)
            {
                foreach (var platform in order.Platforms.DefaultIfEmpty())
                {
                    await puller.PullAsync(image, platform, new PullReporter(order.Report), cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task SendAsync(Process process, BuildOrder order, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ContextContent(order);
            // Docker commands before 23 take a tar archive whose first header is an extended one for a Dockerfile, and know every gzip.
            var packed = new GZipStream(process.StandardInput.BaseStream, CompressionLevel.NoCompression, leaveOpen: true);
            try
            {
                await content.CopyToAsync(packed, null, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // Its end, written by disposing, would make a whole archive of the part that was sent, and the builder an image of it.
                ClientProgram.EndAll(process);
                throw;
            }

            await packed.DisposeAsync().ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is IOException || (e is HttpRequestException && e.GetBaseException() is IOException))
        {
            // It ended before it had read all; its error output tells why.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task ReadAsync(StreamReader reader, BuildKitLog log, Action heard)
    {
        while (await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            heard();
            log.Add(line);
        }
    }

    private static ImageBuildException Failed(BuildOrder order, BuildTranscript transcript, BuildKitLog log)
    {
        var reason = log.Failure ?? "the docker command gave no reason";
        var step = log.FailedStep;
        var last = log.LastLinesOfFailedStep;
        var advice =
            BuildRules.AdvisePlatforms(reason)
            ?? ErrorCatalog.Find(reason)?.Advice
            ?? (last.Count > 0 ? $"It wrote last: {string.Join(" | ", last.TakeLast(3))}" : null);
        return new ImageBuildException(order.Source, step is null ? reason : $"{step}: {reason}", advice)
        {
            FailedStep = step ?? transcript.Step,
            LastLines = last,
        };
    }
}
