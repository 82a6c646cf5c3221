using System.Data.Common;
using LaunchSdk.Agent.Conformance;
using LaunchSdk.Agent.Tests.Queues.Sqlite;
using LaunchSdk.Testing;
using Microsoft.Data.Sqlite;

namespace LaunchSdk.Agent.Tests.Queues.FirstVersion;

public sealed class SqliteFirstVersionTests : FirstVersionTests
{
    protected override string Prefix => "";

    protected override Task<IBackendFixture> CreateAsync()
    {
        var fixture = new SqliteFixture();
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.File)!);
        File.Copy(Repository.Combine("tests", "LaunchSdk.Agent.Tests", "Queues", "FirstVersion", "queues.db"), fixture.File);
        return Task.FromResult<IBackendFixture>(fixture);
    }

    protected override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={((SqliteFixture)Fixture).File};Pooling=False");
        await connection.OpenAsync(Token);
        return connection;
    }
}
