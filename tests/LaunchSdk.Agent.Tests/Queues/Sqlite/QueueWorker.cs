using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Queues.Sqlite;

/// <summary>Another process at a queue.</summary>
internal static class QueueWorker
{
    private static readonly string Program = Repository.Combine(
        "artifacts",
        "bin",
        "LaunchSdk.QueueWorker",
        new DirectoryInfo(AppContext.BaseDirectory).Name,
        "LaunchSdk.QueueWorker.dll"
    );

    public static HostProcess Start(params string[] arguments) => HostProcess.Start("dotnet", ["exec", Program, .. arguments]);

    /// <summary>The items that it wrote a word before.</summary>
    public static List<string> Items(HostProcess process, string word) =>
        [.. process.Lines.Where(line => line.StartsWith(word + " ", StringComparison.Ordinal)).Select(line => line[(word.Length + 1)..])];

    /// <summary>Ends it as nobody can prepare for.</summary>
    public static async Task KillAsync(HostProcess process)
    {
        await process.WaitForLineAsync("pid ");
        await HostProcess.RunAsync("kill", "-9", Items(process, "pid").Single());
    }
}
