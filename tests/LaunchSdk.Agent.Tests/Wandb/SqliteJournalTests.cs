using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Journal;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class SqliteJournalTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly OwnFolder _folder = new();
    private readonly SqliteJournal _journal;

    public SqliteJournalTests() => _journal = new SqliteJournal(_folder.Journal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_written_is_read_by_another()
    {
        var entry = new WandbJournalEntry("1", "gpu", """{"docker":{}}""")
        {
            State = RunQueueItemState.Failed,
            Priority = JobPriority.High,
            SubmittedAt = Noon,
            Attempt = 2,
            Agent = "größer",
            Token = "t",
            ReturnedUnder = "r",
            LeasedUntil = Noon.AddMinutes(1),
            Definition = "{}",
            RunId = "run",
            StartedAt = Noon.AddSeconds(1),
            EndedAt = Noon.AddSeconds(2),
            StopRequested = true,
            Note = "note",
            Message = "message",
            Stage = RunStage.Build,
            ExitCode = 3,
            LogTail = ["a", "b"],
        };
        await _journal.UpdateAsync("1", _ => entry);
        await using var other = new SqliteJournal(_folder.Journal);

        var read = await other.FindAsync("1", Token);

        Assert.Equal(entry.LogTail, read!.LogTail);
        Assert.Equal(entry, read with { LogTail = entry.LogTail });
        Assert.Null(await other.FindAsync("2", Token));
    }

    [Fact]
    public async Task A_change_sees_what_is_there_and_may_leave_it()
    {
        List<int?> seen = [];

        var none = await _journal.UpdateAsync("1", now => Seen(now, null));
        await _journal.UpdateAsync("1", now => Seen(now, Entry("1")));
        await _journal.UpdateAsync("1", now => Seen(now, now! with { Attempt = 1 }));
        var left = await _journal.UpdateAsync("1", now => Seen(now, null));

        Assert.Null(none);
        Assert.Equal([null, null, 0, 1], seen);
        Assert.Equal((1, 1), (left!.Attempt, (await _journal.FindAsync("1", Token))!.Attempt));

        WandbJournalEntry? Seen(WandbJournalEntry? now, WandbJournalEntry? next)
        {
            seen.Add(now?.Attempt);
            return next;
        }
    }

    [Fact]
    public async Task A_change_that_throws_writes_nothing_and_holds_nobody_up()
    {
        await using var other = new SqliteJournal(_folder.Journal);

        await Assert.ThrowsAsync<RunQueueNotFoundException>(() =>
            _journal.UpdateAsync("1", _ => throw new RunQueueNotFoundException("text"))
        );

        Assert.Null(await _journal.FindAsync("1", Token));
        Assert.NotNull(await other.UpdateAsync("1", _ => Entry("1")));
    }

    [Fact]
    public async Task Nobody_else_writes_while_a_change_is_made()
    {
        await using var other = new SqliteJournal(_folder.Journal, TimeSpan.FromMilliseconds(20), endedKept: 1);
        await other.UpdateAsync("1", _ => Entry("1"));
        Task<WandbJournalEntry?>? between = null;

        await _journal.UpdateAsync(
            "1",
            now =>
            {
                between = other.UpdateAsync("1", late => late! with { Attempt = 7 });
                SpinWait.SpinUntil(() => between.IsCompleted);
                return now! with { Attempt = 1 };
            }
        );

        await Assert.ThrowsAsync<RunQueueUnavailableException>(() => between!);
        Assert.Equal(1, (await other.FindAsync("1", Token))!.Attempt);
    }

    [Fact]
    public async Task Updates_of_many_threads_and_two_openings_are_all_kept()
    {
        const int Updates = 25;
        await using var other = new SqliteJournal(_folder.Journal);
        async Task CountAsync(SqliteJournal journal)
        {
            for (var i = 0; i < Updates; i++)
            {
                await journal.UpdateAsync("1", now => (now ?? Entry("1")) with { Attempt = (now?.Attempt ?? 0) + 1 });
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => CountAsync(i % 2 == 0 ? _journal : other), Token)));

        Assert.Equal(8 * Updates, (await _journal.FindAsync("1", Token))!.Attempt);
    }

    [Fact]
    public async Task Entries_are_listed_in_the_order_in_which_they_came()
    {
        foreach (var id in new[] { "b", "a", "c" })
        {
            await _journal.UpdateAsync(id, _ => Entry(id));
        }

        await _journal.UpdateAsync("b", now => now! with { Attempt = 1 });
        await _journal.UpdateAsync("a", now => now!.Ended(RunOutcome.Finished("done"), Noon));

        Assert.Equal(["b", "a", "c"], (await _journal.ListAsync(Token)).Select(entry => entry.ItemId));
        Assert.Equal(["b", "c"], (await _journal.ListOpenAsync(Token)).Select(entry => entry.ItemId));
    }

    [Fact]
    public async Task The_items_that_ended_last_are_kept_and_all_that_have_not_ended()
    {
        await using var journal = new SqliteJournal(_folder.Journal, TimeSpan.FromSeconds(10), endedKept: 2);
        foreach (var id in new[] { "long", "open", "1", "2", "3" })
        {
            await journal.UpdateAsync(id, _ => Entry(id));
        }

        foreach (var (id, second) in new[] { ("1", 1), ("2", 2), ("3", 3), ("long", 4) })
        {
            await journal.UpdateAsync(id, now => now!.Ended(RunOutcome.Finished("done"), Noon.AddSeconds(second)));
        }

        Assert.Equal(["long", "open", "3"], (await journal.ListAsync(Token)).Select(entry => entry.ItemId));
    }

    [Fact]
    public async Task The_files_are_their_owners_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await _journal.UpdateAsync("1", _ => Entry("1"));

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.Journal)!))
        {
#pragma warning disable CA1416 // skipped above
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
#pragma warning restore CA1416
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_explained()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Journal)!);
        await File.WriteAllTextAsync(_folder.Journal, new string('x', 5000), Token);

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => _journal.FindAsync("1", Token));

        Assert.Contains($"{_folder.Journal} is not a database of W&B items", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_unavailable()
    {
        await using var journal = new SqliteJournal(_folder.Journal, TimeSpan.FromMilliseconds(20), endedKept: 1);
        await journal.UpdateAsync("1", _ => Entry("1"));
        await using var holder = new SqliteConnection($"Data Source={_folder.Journal};Pooling=False");
        holder.Open();
        await using var transaction = holder.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<RunQueueUnavailableException>(() =>
            journal.UpdateAsync("1", now => now! with { Attempt = 1 })
        );

        Assert.Contains("locked by another process", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await journal.FindAsync("1", Token))!.Attempt);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_explained()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Token);
        await using var journal = new SqliteJournal(Path.Combine(file, "team.db"));

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => journal.FindAsync("1", Token));

        Assert.Contains("make its folder writable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_another_version_is_explained()
    {
        await _journal.UpdateAsync("1", _ => Entry("1"));
        await using (var connection = new SqliteConnection($"Data Source={_folder.Journal};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE entries SET entry = '{\"state\": \"Dreaming\"}'";
            command.ExecuteNonQuery();
        }

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => _journal.FindAsync("1", Token));

        Assert.Contains("update LaunchSdk", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_named_after_the_server_and_the_entity()
    {
        var options = new WandbOptions
        {
            BaseUrl = new Uri("https://wandb.example:8443"),
            Entity = "a/b",
            ApiKey = "key",
        };

        Assert.EndsWith(
            Path.Combine("launchsdk", "wandb", "wandb.example%3A8443", "a%2Fb.db"),
            options.JournalPath(),
            StringComparison.Ordinal
        );
    }

    private static WandbJournalEntry Entry(string id) => new(id, "gpu", "{}");
}
