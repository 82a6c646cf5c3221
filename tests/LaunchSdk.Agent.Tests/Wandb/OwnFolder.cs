using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Journal;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>A folder for one test's journal.</summary>
internal sealed class OwnFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("launchsdk-journal-").FullName;

    public string Journal => System.IO.Path.Combine(Path, "data", "team.db");

    /// <summary>Options with the folder's journal, opened for one backend as another process would.</summary>
    public WandbOptions Shared(WandbOptions options) => options with { Journal = new SqliteJournal(Journal) };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
