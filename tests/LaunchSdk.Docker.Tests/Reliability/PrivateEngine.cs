using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Reliability;

/// <summary>
/// A dockerd of a test's own, which the test may stop, kill and start again. Needs root and dockerd on Linux; it has the test engine's
/// image.
/// </summary>
internal sealed class PrivateEngine : IAsyncDisposable
{
    public const string SkipReason =
        "Starting an engine of its own needs root, dockerd and a machine that lets it run; ./build.sh test as root on Debian does.";

    private const string ContainerdIsUp = "containerd successfully booted";

    // Where the tests run on an engine of another version, this one is of the same version and has the same options: eng/engines.sh sets
    // both.
    private static readonly string? Root = Environment.GetEnvironmentVariable("LAUNCHSDK_ENGINE_ROOT");
    private static readonly string[] Options = (Environment.GetEnvironmentVariable("LAUNCHSDK_ENGINE_OPTIONS") ?? "").Split(
        ' ',
        StringSplitOptions.RemoveEmptyEntries
    );

    private static int _count;

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-e").FullName;
    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture,
        $"lsdkt{Environment.ProcessId}x{Interlocked.Increment(ref _count)}"
    );
    private readonly bool _liveRestore;
    private Process? _containerd;
    private Process? _process;

    private PrivateEngine(bool liveRestore) => _liveRestore = liveRestore;

    /// <summary>The OCI runtime of <see cref="StartWithSlowRuntimeAsync"/>, for the option <c>runtime</c>.</summary>
    public const string SlowRuntime = "slow";

    private string? SlowRuntimePath { get; init; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Whether such an engine can be started here.</summary>
    public static bool CanStart =>
        TestEngine.IsContinuousIntegration
        || (TestEngine.MustRun && OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/dockerd"));

    /// <summary>The engine without the code under test.</summary>
    public TestEngine Plain { get; private set; } = null!;

    public string Socket => Path.Combine(_folder, "d.sock");

    public string Host => $"unix://{Socket}";

    public static Task<PrivateEngine> StartAsync(bool liveRestore, CancellationToken cancellationToken) =>
        StartAsync(new PrivateEngine(liveRestore), cancellationToken);

    private static async Task<PrivateEngine> StartAsync(PrivateEngine engine, CancellationToken cancellationToken)
    {
        await engine.StartContainerdAsync(cancellationToken);
        await engine.StartAgainAsync(cancellationToken);
        engine.Plain = await TestEngine.AtAsync(engine.Host);
        return engine;
    }

    /// <summary>An engine whose disk is full soon.</summary>
    /// <param name="mebibytes">The size of the disk that holds images, containers and logs, those of containerd's own store too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PrivateEngine> StartWithDiskAsync(int mebibytes, CancellationToken cancellationToken)
    {
        var engine = new PrivateEngine(liveRestore: false);
        await HostProcess.RunAsync(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            string.Create(CultureInfo.InvariantCulture, $"size={mebibytes}m"),
            "tmpfs",
            Directory.CreateDirectory(engine.Data).FullName
        );
        return await StartAsync(engine, cancellationToken);
    }

    /// <summary>An engine with a runtime that takes its time to create a container: the engine's start call lasts as long.</summary>
    /// <param name="delay">What the runtime does first, as shell: <c>sleep 1</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PrivateEngine> StartWithSlowRuntimeAsync(string delay, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("lsdk-r").FullName, "runtime");
        await File.WriteAllTextAsync(
            path,
            $"#!/bin/sh\ncase \" $* \" in *' create '*) {delay};; esac\nexec runc \"$@\"\n",
            cancellationToken
        );
        await HostProcess.RunAsync("chmod", "755", path);
        return await StartAsync(new PrivateEngine(liveRestore: false) { SlowRuntimePath = path }, cancellationToken);
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "--data-root",
            Data,
            "--exec-root",
            Path.Combine(_folder, "x"),
            "--pidfile",
            Path.Combine(_folder, "pid"),
            "-H",
            Host,
            "--containerd",
            Path.Combine(_folder, "c.sock"),
            "--containerd-namespace",
            _name,
            "--containerd-plugins-namespace",
            _name + "p",
            "--bridge",
            "none",
            "--iptables=false",
            "--ip6tables=false",
            .. _liveRestore ? (string[])["--live-restore"] : [],
            .. SlowRuntimePath is { } runtime ? (string[])["--add-runtime", $"{SlowRuntime}={runtime}"] : [],
            .. Options,
        ];
        _process = Root is null
            ? await StartAsync("/usr/sbin/dockerd", arguments, "API listen on", cancellationToken)
            : await StartAsync(
                "nsenter",
                ["--mount", "--target", Id(_containerd!), "/usr/sbin/dockerd", .. arguments],
                "API listen on",
                cancellationToken
            );
    }

    /// <summary>Asks dockerd to end, as a service manager does, and waits for it.</summary>
    public Task StopAsync() => SignalAsync("-TERM");

    /// <summary>Kills dockerd; containerd and the containers' processes are left.</summary>
    public Task KillAsync() => SignalAsync("-KILL");

    /// <summary>Stops dockerd where it is: it takes connections, and answers nothing.</summary>
    public Task FreezeAsync() => RunAsync("kill", "-STOP", Id(_process!));

    /// <summary>Lets a stopped dockerd go on.</summary>
    public Task ThawAsync() => RunAsync("kill", "-CONT", Id(_process!));

    public async ValueTask DisposeAsync()
    {
        await ThawAsync();
        await StopAsync();
        if (_containerd is { } containerd)
        {
            await RunAsync("kill", "-TERM", Id(containerd));
            await containerd.WaitForExitAsync();
        }

        foreach (
            var mount in (await File.ReadAllLinesAsync("/proc/mounts"))
                .Select(line => line.Split(' ')[1])
                .Where(path => path.StartsWith(_folder, StringComparison.Ordinal))
        )
        {
            await RunAsync("umount", "-l", mount);
        }

        await RunAsync("rm", "-rf", _folder);
        if (SlowRuntimePath is { } runtime)
        {
            await RunAsync("rm", "-rf", Path.GetDirectoryName(runtime)!);
        }
    }

    // On its own, as distributions run it: it outlives a dockerd that is killed.
    private async Task StartContainerdAsync(CancellationToken cancellationToken)
    {
        var config = Path.Combine(_folder, "containerd.toml");
        await File.WriteAllTextAsync(
            config,
            $"""
            version = 2
            root = "{Data}/containerd"
            state = "{_folder}/cstate"
            disabled_plugins = ["io.containerd.grpc.v1.cri"]
            [grpc]
              address = "{_folder}/c.sock"
            [debug]
              address = "{_folder}/cd.sock"
            """,
            cancellationToken
        );
        string[] arguments = ["/usr/bin/containerd", "--config", config];
        _containerd = Root is null
            ? await StartAsync(arguments[0], arguments[1..], ContainerdIsUp, cancellationToken)
            : await StartAsync(
                "unshare",
                ["--mount", Repository.Combine("eng", "engines.sh"), Root, .. arguments],
                ContainerdIsUp,
                cancellationToken
            );
    }

    private static async Task<Process> StartAsync(
        string program,
        string[] arguments,
        string readyWords,
        CancellationToken cancellationToken
    )
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var log = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            log.Enqueue(line.Data ?? "");
            if (line.Data is null)
            {
                ready.TrySetException(
                    new InvalidOperationException($"{program} ended before it was ready: {string.Join('\n', log.TakeLast(5))}")
                );
            }
            else if (line.Data.Contains(readyWords, StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(cancellationToken);
        return process;
    }

    private async Task SignalAsync(string signal)
    {
        if (_process is { HasExited: false } process)
        {
            await RunAsync("kill", signal, Id(process));
            await process.WaitForExitAsync();
        }
    }

    private static string Id(Process process) => process.Id.ToString(CultureInfo.InvariantCulture);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
    }
}
