using LaunchSdk.Testing;

namespace LaunchSdk.Agent.Tests.Queues.Postgres;

/// <summary>The PostgreSQL server of a test run.</summary>
internal static class PostgresServer
{
    private const string Missing =
        "No PostgreSQL server is named (LAUNCHSDK_POSTGRES): run ./build.sh test, which starts one where it can.";

    /// <summary>The server's connection string; where none is named the test is skipped, and fails in CI.</summary>
    public static string Require()
    {
        if (Environment.GetEnvironmentVariable("LAUNCHSDK_POSTGRES") is { Length: > 0 } connection)
        {
            return connection;
        }

        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(Missing);
        }

        throw new InvalidOperationException(Missing);
    }

    /// <summary>
    /// A server of this test only, which it may stop and start; on a machine without the programs it is as <see cref="Require"/> says.
    /// </summary>
    public static async Task<OwnPostgresServer> StartOwnAsync()
    {
        _ = Require();
        var folder = Directory.CreateTempSubdirectory("launchsdk-postgres-").FullName;
        await HostProcess.RunAsync("chmod", "711", folder);
        var server = Path.Combine(folder, "server");
        return new OwnPostgresServer(server, await ScriptAsync("start", server));
    }

    /// <summary>Runs eng/postgres.sh.</summary>
    /// <returns>The first line that it wrote; empty for none.</returns>
    public static async Task<string> ScriptAsync(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        await HostProcess.RunAsync(
            "bash",
            ["-c", "out=$1; shift; bash \"$@\" >\"$out\"", "-", file, Repository.Combine("eng", "postgres.sh"), .. arguments]
        );
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);
        return text.Trim();
    }
}
