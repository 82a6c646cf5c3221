using System.Text;
using LaunchSdk.Agent.Containers;
using LaunchSdk.Agent.Submitting;

namespace LaunchSdk.Agent.Tests.Containers;

public sealed class BoundedLogTests : IDisposable
{
    private const long Size = 64 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-log").FullName;

    private string Log => Path.Combine(_folder, "job.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(40_000)]
    public void A_log_within_its_size_is_what_was_written(int lines)
    {
        Write(0, lines);

        Assert.Equal(Lines(lines), Read());
    }

    [Theory]
    [InlineData(Size, 10_000)]
    [InlineData(Size, 400_000)]
    [InlineData(4 * Size, 400_000)]
    public void A_log_beyond_its_size_has_the_first_and_the_last_lines_and_says_how_much_is_left_out(long size, int lines)
    {
        Write(size, lines);

        var read = Read();
        var whole = Lines(lines);
        Assert.InRange(Directory.EnumerateFiles(_folder).Sum(static file => new FileInfo(file).Length), size / 2, size);
        Assert.StartsWith("line 0\nline 1\n", read, StringComparison.Ordinal);
        Assert.EndsWith($"\nline {lines - 2}\nline {lines - 1}\n", read, StringComparison.Ordinal);
        var notice = read.Split('\n').Single(static line => line.StartsWith("launch: ", StringComparison.Ordinal));
        Assert.EndsWith($" bytes are left out here: the log of a job keeps {size} (job_log_size)", notice, StringComparison.Ordinal);
        var leftOut = long.Parse(
            notice.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.Equal(whole.Length, read.Length - notice.Length - 2 + leftOut);
    }

    [Fact]
    public async Task Who_follows_a_log_gets_every_byte_although_the_file_has_only_some()
    {
        using var ended = new CancellationTokenSource();
        using var output = new MemoryStream();
        var file = new JobLogFile(Log, output);
        using var log = new BoundedLog(Log, Size);
        var written = 0;
        foreach (var line in Lines(20_000).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log.Write(Encoding.UTF8.GetBytes(line + "\n"));
            if (++written % 500 == 0)
            {
                log.Flush();
                await file.CopyAsync(TestContext.Current.CancellationToken);
            }
        }

        log.Dispose();
        await ended.CancelAsync();
        await JobLogFile.FollowAsync([file], TimeProvider.System, ended.Token, TestContext.Current.CancellationToken);

        Assert.Equal(Lines(20_000), Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Another_attempt_begins_anew()
    {
        Write(Size, 100_000);

        Write(Size, 3);

        Assert.Equal(Lines(3), Read());
    }

    [Fact]
    public void Old_logs_are_deleted_with_their_parts_and_those_of_running_jobs_and_other_files_stay()
    {
        foreach (
            var name in (string[])["old.log", "old.log.7", "old.build.log", "new.log", "runs.log", "runs.log.2", "notes.txt", "old.log.gz"]
        )
        {
            File.WriteAllText(Path.Combine(_folder, name), "x");
            File.SetLastWriteTimeUtc(
                Path.Combine(_folder, name),
                name.StartsWith("new", StringComparison.Ordinal) ? DateTime.UnixEpoch.AddDays(40) : DateTime.UnixEpoch
            );
        }

        var deleted = OldLogs.Delete(_folder, DateTimeOffset.UnixEpoch.AddDays(30), most: 100, ["runs"]);

        Assert.Equal(3, deleted);
        Assert.Equal(
            ["new.log", "notes.txt", "old.log.gz", "runs.log", "runs.log.2"],
            Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_sweep_deletes_a_bounded_number_of_logs()
    {
        for (var i = 0; i < 20; i++)
        {
            File.WriteAllText(Path.Combine(_folder, $"job{i}.log"), "");
        }

        var later = DateTimeOffset.UnixEpoch.AddYears(300);

        Assert.Equal(
            (15, 5, 0),
            (OldLogs.Delete(_folder, later, 15, []), OldLogs.Delete(_folder, later, 15, []), OldLogs.Delete(_folder, later, 15, []))
        );
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(static number => $"line {number}\n"));

    private void Write(long size, int lines)
    {
        using var log = new BoundedLog(Log, size);
        foreach (var line in Lines(lines).Chunk(777))
        {
            log.Write(Encoding.UTF8.GetBytes(line));
        }
    }

    private string Read() => string.Concat(JobLogParts.Find(Log).Select(File.ReadAllText));
}
