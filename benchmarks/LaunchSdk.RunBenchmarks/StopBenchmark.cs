using System.Globalization;
using LaunchSdk.Docker;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.RunBenchmarks;

/// <summary>How long after its cancellation a run has returned, with the container stopped.</summary>
internal static class StopBenchmark
{
    private const int StopTimeout = 2;

    public static async Task RunAsync(DockerEngine docker, int rounds)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n### From the cancellation to the stopped container, stop timeout {StopTimeout} s ({rounds} runs each)\n\n| container | median ms | longest ms |\n|---|---|---|"
            )
        );
        await MeasureAsync("silent (`sleep`, stop signal KILL)", rounds, docker, Quick("echo ready; exec sleep 600"));
        await MeasureAsync("writes without end (`yes`, stop signal KILL)", rounds, docker, Quick("echo ready; exec yes"));
        await MeasureAsync(
            "ends at SIGTERM by itself",
            rounds,
            docker,
            Plan("trap 'exit 0' TERM; echo ready; while :; do sleep 0.05; done")
        );
        await MeasureAsync("ignores SIGTERM", rounds, docker, Plan("trap '' TERM; echo ready; while :; do sleep 0.05; done"));
        var always = Quick("echo ready; exec sleep 600");
        always.Request.HostConfig!.AutoRemove = false;
        always.Request.HostConfig.RestartPolicy = new() { Name = "always" };
        await MeasureAsync("`restart: always`", rounds, docker, always);
        await MeasureAsync("not yet created", rounds, docker, null);
    }

    private static ContainerRunPlan Plan(string script)
    {
        var plan = Plans.Shell(script, "none");
        plan.Request.StopTimeout = StopTimeout;
        return plan;
    }

    private static ContainerRunPlan Quick(string script)
    {
        var plan = Plan(script);
        plan.Request.StopSignal = "KILL";
        return plan;
    }

    private static async Task MeasureAsync(string name, int rounds, DockerEngine docker, ContainerRunPlan? plan)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await OnceAsync(docker, plan));
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[times.Count / 2]:0} | {times[^1]:0} |"));
    }

    private static async Task<double> OnceAsync(DockerEngine docker, ContainerRunPlan? plan)
    {
        using var cancellation = new CancellationTokenSource();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new ContainerRunner(docker).RunAsync(
            plan ?? Quick("exec sleep 600"),
            new LineContainerOutput((_, _, _) => ready.TrySetResult()),
            null,
            cancellation.Token
        );
        if (plan is not null)
        {
            await ready.Task;
        }

        var sample = await Sample.OfAsync(async () =>
        {
            await cancellation.CancelAsync();
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        if (!run.IsCanceled)
        {
            throw new InvalidOperationException($"The run was not cancelled: {run.Exception?.InnerException?.Message}");
        }

        return sample.Milliseconds;
    }
}
