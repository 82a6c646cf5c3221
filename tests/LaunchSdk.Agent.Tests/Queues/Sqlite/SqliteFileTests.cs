using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Queues.Sqlite;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Tests.Queues.Sqlite;

public sealed class SqliteFileTests : IAsyncDisposable
{
    private readonly SqliteFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task The_file_is_its_owners_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await _fixture.Backend.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        await using var changes = await _fixture.Backend.SubscribeAsync(Token);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_fixture.File)!))
        {
#pragma warning disable CA1416 // skipped above
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
#pragma warning restore CA1416
        }
    }

    [Fact]
    public void The_file_lies_in_the_data_folder_of_its_user() =>
        Assert.EndsWith(Path.Combine("launchsdk", "queues.db"), new SqliteRunQueueOptions().Path, StringComparison.Ordinal);

    [Fact]
    public async Task Clients_that_make_the_file_at_once_all_get_it()
    {
        var clients = Enumerable.Range(0, 8).Select(_ => _fixture.Connect()).ToList();

        await Task.WhenAll(clients.Select(client => Task.Run(() => client.ListQueuesAsync(Token), Token)));

        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_explained()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_fixture.File)!);
        await File.WriteAllTextAsync(_fixture.File, new string('x', 5000), Token);

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => _fixture.Backend.ListQueuesAsync(Token));

        Assert.Contains($"{_fixture.File} is not a database of queues", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_explained()
    {
        await using (var client = _fixture.Connect())
        {
            await client.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        }

        var bytes = await File.ReadAllBytesAsync(_fixture.File, Token);
        bytes.AsSpan(4096).Fill(0x5a);
        await File.WriteAllBytesAsync(_fixture.File, bytes, Token);

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => _fixture.Backend.ListQueuesAsync(Token));

        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await using (var client = _fixture.Connect())
        {
            await client.ListQueuesAsync(Token);
        }

        Run("PRAGMA user_version = 99");

        var error = await Assert.ThrowsAsync<RunQueueDeniedException>(() => _fixture.Backend.ListQueuesAsync(Token));

        Assert.Contains("made by a newer LaunchSdk (schema 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_process_holds_is_unavailable()
    {
        await using var client = new SqliteRunQueueBackend(
            new SqliteRunQueueOptions { Path = _fixture.File, BusyTimeout = TimeSpan.FromMilliseconds(20) }
        );
        await client.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        await using var holder = new SqliteConnection($"Data Source={_fixture.File};Pooling=False");
        holder.Open();
        await using var transaction = holder.BeginTransaction(deferred: false);

        var error = await Assert.ThrowsAsync<RunQueueUnavailableException>(() =>
            client.PopAsync("gpu", "a", TimeSpan.FromMinutes(1), Token)
        );
        var queue = await client.FindQueueAsync("gpu", Token);

        Assert.Contains("locked by another process", error.Message, StringComparison.Ordinal);
        Assert.NotNull(queue);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_explained()
    {
        var file = Path.Combine(_fixture.Folder, "file");
        await File.WriteAllTextAsync(file, "", Token);
        await using var client = new SqliteRunQueueBackend(new SqliteRunQueueOptions { Path = Path.Combine(file, "queues.db") });

        await Assert.ThrowsAsync<RunQueueDeniedException>(() => client.ListQueuesAsync(Token));
    }

    [Theory]
    [InlineData(13, typeof(RunQueueUnavailableException), "free some space")]
    [InlineData(10, typeof(RunQueueUnavailableException), "network share")]
    [InlineData(8, typeof(RunQueueDeniedException), "writable")]
    [InlineData(14, typeof(RunQueueDeniedException), "readable and writable")]
    public void Each_error_says_what_to_do(int code, Type kind, string wayOut)
    {
        var error = SqliteErrors.Explain(new SqliteException("text", code), "/data/queues.db", "queues");

        Assert.IsType(kind, error);
        Assert.Contains(wayOut, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_changes_neither_the_order_nor_a_lease()
    {
        await _fixture.Backend.CreateQueueAsync(DockerQueue.Create("gpu", options => options.Memory("1g")), Token);
        var job = new LaunchJob { Docker = new JobImageSource { DockerImage = "alpine:3.22" } };
        var first = await _fixture.Backend.PushAsync("gpu", job, Token);
        var lease = (await _fixture.Backend.PopAsync("gpu", "a", TimeSpan.FromMinutes(1), Token))!;
        _fixture.Time.AdjustTime(_fixture.Time.GetUtcNow() - TimeSpan.FromDays(1));
        await _fixture.Backend.PushAsync("gpu", job, Token);

        await _fixture.Backend.GiveBackAsync(lease, Token);

        Assert.Equal(first.Id, (await _fixture.Backend.PopAsync("gpu", "a", TimeSpan.FromMinutes(1), Token))!.Item.Id);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_fixture.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
