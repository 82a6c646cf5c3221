using System.Text.Json;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Wandb.Journal;

/// <summary>
/// A journal in one file, read at each use and replaced whole at each write under a lock file, so that processes share it and a crash leaves the old or the new one.
/// Ended items beyond the newest 1,000 are forgotten.
/// </summary>
public sealed class FileJournal : IRunQueueJournal
{
    private const int EndedKept = 1000;
    private static readonly TimeSpan LongestLock = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly string _path;

    /// <summary>Opens or begins a journal.</summary>
    /// <param name="path">The file; its folder is made.</param>
    public FileJournal(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
    }

    /// <summary>Where the journal of an entity is kept for this user: <c>launchsdk/wandb/HOST/ENTITY.json</c> in the folder of local application data.</summary>
    /// <param name="options">The server and the entity.</param>
    public static string DefaultPath(WandbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Path.Combine(DataFolder.Path, "wandb", Uri.EscapeDataString(options.BaseUrl.Authority), Uri.EscapeDataString(options.Entity) + ".json");
    }

    /// <inheritdoc/>
    public void Write(WandbJournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            using var held = Hold();
            var entries = Read();
            var at = entries.FindIndex(other => other.ItemId == entry.ItemId);
            if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = entry;
            }

            Save(Forget(entries));
        }
    }

    /// <inheritdoc/>
    public WandbJournalEntry? Find(string itemId) => All().FirstOrDefault(entry => entry.ItemId == itemId);

    /// <inheritdoc/>
    public IReadOnlyList<WandbJournalEntry> All()
    {
        lock (_lock)
        {
            return Read();
        }
    }

    private static List<WandbJournalEntry> Forget(List<WandbJournalEntry> entries)
    {
        var surplus = entries.Count(entry => entry.EndedAt is not null) - EndedKept;
        return surplus <= 0 ? entries : [.. entries.Where(entry => entry.EndedAt is null || surplus-- <= 0)];
    }

    private List<WandbJournalEntry> Read()
    {
        try
        {
            using var file = File.OpenRead(_path);
            return JsonSerializer.Deserialize(file, WandbJson.Default.ListWandbJournalEntry) ?? [];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{_path}' is not a journal of LaunchSdk: move it away", error);
        }
    }

    private void Save(List<WandbJournalEntry> entries)
    {
        var next = _path + ".next";
        // Jobs may say what others need not know.
        using (var file = PrivateFile.Open(next, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None }))
        {
            JsonSerializer.Serialize(file, entries, WandbJson.Default.ListWandbJournalEntry);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }

    private FileStream Hold()
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(until) < LongestLock)
            {
                Thread.Sleep(5);
            }
        }
    }
}
