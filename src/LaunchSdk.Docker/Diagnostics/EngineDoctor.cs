namespace LaunchSdk.Docker.Diagnostics;

/// <summary>
/// Looks over everything that a run needs: docker's configuration, the credentials' programs, the engine, its version, its GPUs and its
/// disk.
/// </summary>
public static class EngineDoctor
{
    private const long LowSpace = 2L << 30;
    private const string ToolkitFix =
        "For runs with GPUs install the NVIDIA Container Toolkit on the engine's machine: `sudo nvidia-ctk runtime configure --runtime=docker`, then restart the engine";

    /// <summary>Makes all checks; what cannot be looked at for want of an engine is left out.</summary>
    /// <param name="options">How to reach the engine; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The checks in the order they were made, passed ones too.</returns>
    public static async Task<IReadOnlyList<EngineCheck>> ExamineAsync(
        DockerEngineOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new DockerEngineOptions();
        var checks = new List<EngineCheck>(ConfigChecks.Run(options.Environment));
        try
        {
            var engine = await DockerEngine.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
            await using (engine.ConfigureAwait(false))
            {
                checks.Add(
                    new EngineCheck(
                        "engine",
                        CheckOutcome.Passed,
                        $"{engine.Host} answers ({engine.OSType}; the address comes from {engine.Transport.Endpoint.Source})"
                    )
                );
                checks.AddRange(await ExamineAsync(engine, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (DockerEngineException e)
        {
            checks.Add(new EngineCheck("engine", CheckOutcome.Failed, $"{e.Request}: {e.EngineMessage}", e.Advice));
        }

        return checks;
    }

    private static async Task<IEnumerable<EngineCheck>> ExamineAsync(DockerEngine engine, CancellationToken cancellationToken)
    {
        const string Request = "asking the engine about itself";
        try
        {
            using var response = await engine
                .Transport.SendAsync(HttpMethod.Get, engine.Path("/info"), cancellationToken)
                .ConfigureAwait(false);
            var info = await engine
                .Transport.Answers.ReadAsync(response, Request, DiagnosticsJson.Default.InfoAnswer, cancellationToken)
                .ConfigureAwait(false);
            return [Version(engine), Gpu(info), Disk(engine, info)];
        }
        catch (DockerEngineException e)
        {
            return
            [
                new EngineCheck(
                    "API version",
                    CheckOutcome.Failed,
                    e is DockerEngineUnavailableException ? $"{e.Request}: {e.EngineMessage}" : e.EngineMessage,
                    e.Advice ?? "Look at the engine's log"
                ),
            ];
        }
    }

    private static EngineCheck Version(DockerEngine engine) =>
        new(
            "API version",
            CheckOutcome.Passed,
            $"{engine.ApiVersion} is spoken; the engine knows {engine.EngineApiVersion}, LaunchSdk {DockerEngine.OldestApiVersion} to {DockerEngine.NewestApiVersion}"
        );

    private static EngineCheck Gpu(InfoAnswer info)
    {
        if (info.Runtimes?.ContainsKey("nvidia") == true)
        {
            return new EngineCheck("GPU", CheckOutcome.Passed, "the engine has the NVIDIA runtime");
        }

        return info.DiscoveredDevices is { Count: > 0 } devices
            ? new EngineCheck("GPU", CheckOutcome.Passed, $"the engine knows {devices.Count} CDI devices")
            : new EngineCheck("GPU", CheckOutcome.Warning, "the engine has neither the NVIDIA runtime nor CDI devices", ToolkitFix);
    }

    private static EngineCheck Disk(DockerEngine engine, InfoAnswer info)
    {
        var root = info.DockerRootDir;
        if (engine.Transport.Endpoint.SocketPath is null || root is null || !Directory.Exists(root))
        {
            return new EngineCheck(
                "disk",
                CheckOutcome.Passed,
                "not looked at: the engine's files are not on this machine, or not for this user to see"
            );
        }

        var free = new DriveInfo(root).AvailableFreeSpace;
        var detail = $"{free >> 20} MiB free below {root}";
        return free >= LowSpace
            ? new EngineCheck("disk", CheckOutcome.Passed, detail)
            : new EngineCheck(
                "disk",
                CheckOutcome.Warning,
                detail,
                "Free disk space: `launch prune` removes LaunchSdk's ended containers, `docker system df` shows the rest"
            );
    }
}
