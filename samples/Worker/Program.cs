using LaunchSdk.Agent;
using LaunchSdk.Agent.Hosting;
using LaunchSdk.Agent.Queues.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Worker;

// worker IMAGE [FOLDER]: runs an agent for this project's own queues, submits a job of IMAGE to one of them, and ends with the job's exit code.
var image = args[0];
var folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "launchsdk-worker");
var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddLaunchAgent(agent =>
{
    agent.Queues = LaunchQueues.All;
    agent.Backend = _ => new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = Path.Combine(folder, "queues.db") });
    agent.WhenStopped = HostStop.Drain;
    agent.Agent = options => options with { Name = "worker", MaxJobs = 2, StateFolder = folder };
});
builder.Services.AddSingleton(new JobToSubmit(image));
builder.Services.AddHostedService<SubmittingService>();

var host = builder.Build();
var agent = host.Services.GetRequiredService<LaunchAgent>();
var job = host.Services.GetRequiredService<JobToSubmit>();
await host.RunAsync();

Console.WriteLine($"the agent {agent.Status.Name} has ended {agent.Status.EndedCount} job");
return job.ExitCode ?? 1;
