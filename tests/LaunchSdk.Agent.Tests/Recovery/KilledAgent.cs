using System.Diagnostics;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Images;
using LaunchSdk.Agent.Jobs;
using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Docker;
using Microsoft.Extensions.Logging.Abstractions;

namespace LaunchSdk.Agent.Tests.Recovery;

/// <summary>
/// An agent in a process of its own, which stands still for ever at one step, says so, and is killed there. The agent itself knows nothing
/// of it: what it works with stands still.
/// </summary>
internal sealed class KilledAgent : IAsyncDisposable
{
    public const string Command = "killed-agent";
    public const string Name = "killed";

    private const string Reached = "reached ";

    private readonly Process _process;

    private KilledAgent(Process process) => _process = process;

    /// <summary>Starts an agent, and returns when it has reached the step.</summary>
    public static async Task<KilledAgent> StartAsync(
        string database,
        string folder,
        KillStep step,
        string host,
        CancellationToken cancellationToken
    )
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LaunchSdk.Agent.Tests.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, Command, database, folder, step.ToString(), host])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var agent = new KilledAgent(Process.Start(start)!);
        while (await agent._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == Reached + step)
            {
                return agent;
            }
        }

        throw new InvalidOperationException($"The agent ended before {step}.");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>The options of both agents: the one that is killed and the one after it.</summary>
    public static LaunchAgentOptions OptionsIn(string folder) =>
        new()
        {
            Name = Name,
            Queues = ["q"],
            StateFolder = folder,
            GpuDevices = [],
        };

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (database, folder, step, host) = (arguments[1], arguments[2], Enum.Parse<KillStep>(arguments[3]), arguments[4]);
        await using var backend = new StandingBackend(new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = database }), step);
        await using var docker = new LaunchDocker(new DockerEngineOptions { Host = host }, new StandingLogger(step));
        var parts = new AgentServices(
            OptionsIn(folder),
            backend,
            new EngineContainerHost(docker, logSize: 0),
            new StandingImages(new JobImages(new PulledImages(docker), new BuiltImages(docker)), step),
            NullLogger.Instance,
            TimeProvider.System
        );
        var agent = new LaunchAgent(parts);
        var changes = agent.ChangesAsync();
        var running = agent.RunAsync();
        if (step == KillStep.Running)
        {
            await foreach (var change in changes)
            {
                if (change.Job is { Step: Status.JobStep.Running })
                {
                    StandStill(step);
                }
            }
        }

        await running;
        return 0;
    }

    /// <summary>Tells the test, and goes on.</summary>
    public static void Say(KillStep step) => Console.WriteLine(Reached + step);

    /// <summary>Tells the test, and never returns; a test that is gone itself closes the input, and leaves no process behind.</summary>
    public static void StandStill(KillStep step)
    {
        Say(step);
        Console.In.ReadToEnd();
        Environment.Exit(1);
    }
}
