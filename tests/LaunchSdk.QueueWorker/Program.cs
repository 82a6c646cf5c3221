using System.Globalization;
using LaunchSdk;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;

// push FILE COUNT | work FILE COUNT AGENT: the queue is `jobs`; what is done is written, a line an item.
var (verb, file, count) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
await using var queues = new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = file, BusyTimeout = TimeSpan.FromSeconds(60) });
Console.WriteLine($"pid {Environment.ProcessId}");
for (var done = 0; done < count; )
{
    if (verb == "push")
    {
        var item = await queues.PushAsync("jobs", new LaunchJob { Docker = new JobImageSource { DockerImage = "alpine:3.22" } });
        Console.WriteLine($"pushed {item.Id}");
        done++;
    }
    else if (await queues.PopAsync("jobs", args[3], TimeSpan.FromMinutes(5)) is { } lease)
    {
        await queues.CompleteAsync(lease, RunOutcome.Finished(args[3]));
        Console.WriteLine($"ended {lease.Item.Id}");
        done++;
    }
    else if ((await queues.FindQueueAsync("jobs"))!.Running == 0)
    {
        break;
    }
}

Console.WriteLine("done");
