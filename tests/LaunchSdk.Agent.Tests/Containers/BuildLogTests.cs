using LaunchSdk.Agent.Containers;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Agent.Tests.Containers;

public sealed class BuildLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-build-log").FullName;

    private string LogFile => Path.Combine(_folder, "logs", "1.log");

    [Fact]
    public void Each_message_is_a_marked_line_without_secrets_and_without_bytes_of_transfers()
    {
        using (var log = new BuildLog(BuildLog.PathOf(LogFile), SecretMasker.Create(["s3cr3t-word"])))
        {
            log.Report(new ImageBuildProgress(ImageBuildPhase.Step, "RUN make") { Step = 2, StepCount = 5 });
            log.Report(new ImageBuildProgress(ImageBuildPhase.Output, "token is s3cr3t-word"));
            log.Report(new ImageBuildProgress(ImageBuildPhase.Send, "Sending the context") { Current = 17 });
            log.Report(new ImageBuildProgress(ImageBuildPhase.Pull, "Pull complete") { Layer = "a1b2" });
        }

        Assert.Equal("build: [2/5] RUN make\nbuild:     token is ***\nbuild: a1b2: Pull complete\n", Read());
        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(BuildLog.PathOf(LogFile)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    [Fact]
    public void It_holds_no_more_than_its_bound_and_says_so_once()
    {
        using (var log = new BuildLog(BuildLog.PathOf(LogFile), SecretMasker.None, most: 20))
        {
            foreach (var text in new[] { "12345", "a line that is too long", "6", "7" })
            {
                log.Report(new ImageBuildProgress(ImageBuildPhase.Prepare, text));
            }
        }

        Assert.Equal("build: 12345\nbuild: the rest is left out: the log of a build holds 20 bytes\n", Read());
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_break_the_build()
    {
        using var log = new BuildLog(Path.Combine("/dev/null", "1.build.log"), SecretMasker.None);

        log.Report(new ImageBuildProgress(ImageBuildPhase.Prepare, "text"));
    }

    [Fact]
    public void What_an_earlier_attempt_wrote_is_deleted()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LogFile)!);
        File.WriteAllText(LogFile, "earlier");
        File.WriteAllText(BuildLog.PathOf(LogFile), "earlier");

        JobLog.DeleteEarlier(LogFile);
        JobLog.DeleteEarlier(Path.Combine(_folder, "absent", "1.log"));

        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Read() => File.ReadAllText(BuildLog.PathOf(LogFile));
}
